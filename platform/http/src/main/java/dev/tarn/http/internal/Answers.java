package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.common.stream.StreamMessage;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.http.Content;
import dev.tarn.http.Response;
import java.util.Locale;
import java.util.concurrent.Executor;

/** Turns our answers into the server library's, with the headers that every answer has. */
final class Answers {
    private final Executor transfers;

    /**
     * @param transfers writes streamed content, one thread each
     */
    Answers(Executor transfers) {
        this.transfers = transfers;
    }

    HttpResponse write(ServiceRequestContext context, Response response, String requestId, String workspace) {
        ResponseHeadersBuilder headers = headers(response, requestId, workspace);
        boolean headOnly = context.method() == HttpMethod.HEAD;
        if (response.content() instanceof Content.Bytes bytes) {
            byte[] body = Compression.apply(context.request().headers(), headers, bytes.bytes());
            headers.contentLength(body.length);
            return headOnly ? HttpResponse.of(headers.build()) : HttpResponse.of(headers.build(), HttpData.wrap(body));
        }
        context.clearRequestTimeout();
        if (response.content() instanceof Content.Part part) {
            headers.contentLength(part.length());
            return headOnly || part.length() == 0
                    ? HttpResponse.of(headers.build())
                    : HttpResponse.of(
                            headers.build(), StreamMessage.of(part.path()).range(part.offset(), part.length()));
        }
        Content.Stream stream = (Content.Stream) response.content();
        stream.length().ifPresent(headers::contentLength);
        if (headOnly) {
            return HttpResponse.of(headers.build());
        }
        HttpResponseWriter writer = HttpResponse.streaming();
        writer.write(headers.build());
        transfers.execute(() -> BodyWriter.send(stream, writer, requestId));
        return writer;
    }

    private static ResponseHeadersBuilder headers(Response response, String requestId, String workspace) {
        ResponseHeadersBuilder headers = ResponseHeaders.builder(response.status());
        headers.set("x-request-id", requestId);
        headers.set("x-content-type-options", "nosniff");
        headers.set("x-frame-options", "DENY");
        headers.set("referrer-policy", "no-referrer");
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (!workspace.isEmpty()) {
            headers.set("x-databricks-org-id", workspace);
        }
        response.headers().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("set-cookie")) {
                headers.add(name, header.getValue());
            } else {
                headers.set(name, header.getValue());
            }
        });
        return headers;
    }

    static AppException internal(String requestId) {
        return new AppException(
                ErrorKind.INTERNAL,
                "INTERNAL_ERROR",
                "Something went wrong on the server. Its log has the cause under request id " + requestId + ".");
    }
}
