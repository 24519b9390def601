package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.common.stream.StreamMessage;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.http.Response;
import java.util.Locale;

/** Turns our answers into the server library's, with the headers that every answer has. */
final class Answers {
    private Answers() {}

    static HttpResponse write(Response response, String requestId, String workspace) {
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
        if (response.file().isPresent()) {
            Response.Part part = response.file().get();
            headers.contentLength(part.length());
            return HttpResponse.of(
                    headers.build(), StreamMessage.of(part.path()).range(part.offset(), part.length()));
        }
        return HttpResponse.of(headers.build(), HttpData.wrap(response.body()));
    }

    static AppException internal(String requestId) {
        return new AppException(
                ErrorKind.INTERNAL,
                "INTERNAL_ERROR",
                "Something went wrong on the server. Its log has the cause under request id " + requestId + ".");
    }
}
