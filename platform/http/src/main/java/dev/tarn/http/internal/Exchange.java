package dev.tarn.http.internal;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import dev.tarn.http.Authenticator;
import dev.tarn.http.BrokenBody;
import dev.tarn.http.Metrics;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Route;
import dev.tarn.http.Upload;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One route's way from a request to its answer: authenticate, handle, render what went wrong, note it in the access log. */
final class Exchange {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final Logger access = LoggerFactory.getLogger("tarn.access");
    private static final int LONGEST_USER_AGENT = 500;
    private static final byte[] NO_BODY = {};
    /** A host name or address, perhaps with a port: what links may begin with. */
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]{1,255}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,50}](:\\d{1,5})?");

    /** Stands for nobody on open routes, whose handlers never see a caller. */
    private static final Caller NOBODY = Caller.system(new WorkspaceId(1), "");

    private final Route route;
    private final List<String> variables;
    private final Authenticator authenticator;
    private final Answers answers;
    private final Metrics metrics;

    Exchange(Route route, List<String> variables, Authenticator authenticator, Answers answers, Metrics metrics) {
        this.metrics = metrics;
        this.route = route;
        this.variables = variables;
        this.authenticator = authenticator;
        this.answers = answers;
    }

    /** What a route does once it knows who asks. */
    private interface Handling {
        Response handle(Caller caller, Request request) throws IOException;
    }

    /**
     * A request whose sender is known, or refused; its body may be on its way still.
     *
     * @param request without a body; null if not even its headers could be read
     * @param caller null on open routes, and where the request is refused
     */
    record Arrival(
            String id,
            @Nullable Request request,
            @Nullable Caller caller,
            @Nullable Exception refusal) {
        boolean isRefused() {
            return refusal != null;
        }
    }

    /** Finds out who asks; nothing of the body is read. */
    Arrival arrive(ServiceRequestContext context) {
        String id = Ids.uuid();
        try {
            Request request = request(context, id);
            Caller caller =
                    route.open() ? null : authenticator.authenticate(CredentialReader.read(request), request.info());
            return new Arrival(id, request, caller, null);
        } catch (RuntimeException e) {
            return new Arrival(id, null, null, e);
        }
    }

    HttpResponse answer(ServiceRequestContext context, Arrival arrival, AggregatedHttpRequest whole) {
        return answer(context, arrival, whole.content().array(), route.handler()::handle);
    }

    /** The answer to an arrival that is refused. */
    HttpResponse refuse(ServiceRequestContext context, Arrival arrival) {
        return answer(context, arrival, NO_BODY, route.handler()::handle);
    }

    /** Answers while the body arrives. */
    HttpResponse answer(ServiceRequestContext context, HttpRequest arriving, Upload upload) {
        try (BodyReader body = new BodyReader(arriving, upload)) {
            HttpResponse response = answer(context, arrive(context), NO_BODY, (caller, request) -> {
                if (upload.maxBytes() > 0 && arriving.headers().contentLength() > upload.maxBytes()) {
                    throw BrokenBody.tooLong(upload.maxBytes());
                }
                return upload.handler().handle(caller, request, body);
            });
            if (context.sessionProtocol().isMultiplex()) {
                body.finish();
            }
            return response;
        }
    }

    private HttpResponse answer(ServiceRequestContext context, Arrival arrival, byte[] body, Handling handling) {
        long start = System.nanoTime();
        String id = arrival.id();
        @Nullable Caller caller = arrival.caller();
        Response response = response(arrival, body, handling);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        metrics.request(route.method(), route.template(), response.status(), took);
        access.info(
                "{} {} {} {} {} {} ms",
                id,
                caller == null ? "-" : caller.principal().name(),
                route.method(),
                context.path(),
                response.status(),
                took.toMillis());
        return answers.write(
                context, response, id, caller == null ? "" : caller.workspace().toString());
    }

    private Response response(Arrival arrival, byte[] body, Handling handling) {
        if (arrival.refusal() instanceof AppException refusal) {
            return route.dialect().render(refusal, arrival.id());
        }
        if (arrival.request() == null) {
            return failed(Objects.requireNonNull(arrival.refusal()), arrival.id());
        }
        try {
            return handling.handle(
                    arrival.caller() == null ? NOBODY : arrival.caller(),
                    arrival.request().withBody(body));
        } catch (AppException e) {
            return route.dialect().render(e, arrival.id());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return failed(e, arrival.id());
        }
    }

    private Response failed(Throwable failure, String id) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenBody broken) {
                return route.dialect().render(broken.answer(), id);
            }
        }
        log.error("Request {} of {} {} failed", id, route.method(), route.template(), failure);
        return route.dialect().render(Answers.internal(id), id);
    }

    private Request request(ServiceRequestContext context, String id) {
        Map<String, String> headers = new HashMap<>();
        RequestHeaders sent = context.request().headers();
        sent.forEach((name, value) -> headers.putIfAbsent(name.toString().toLowerCase(Locale.ROOT), value));
        QueryParams params = context.queryParams();
        Map<String, List<String>> query = new LinkedHashMap<>();
        params.names().forEach(name -> query.put(name, params.getAll(name)));
        boolean secure = context.sessionProtocol().isTls();
        String agent = sent.get(HttpHeaderNames.USER_AGENT, "");
        String authority = sent.authority();
        boolean named = authority != null && AUTHORITY.matcher(authority).matches();
        String origin = named ? (secure ? "https://" : "http://") + authority : "";
        RequestInfo info = new RequestInfo(
                id,
                context.clientAddress().getHostAddress(),
                agent.length() > LONGEST_USER_AGENT ? agent.substring(0, LONGEST_USER_AGENT) : agent,
                origin);
        return new Request(route.method(), context.path(), variables(context), query, headers, NO_BODY, secure, info);
    }

    private Map<String, String> variables(ServiceRequestContext context) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i);
            String value = String.valueOf(context.pathParam("v" + i));
            if (value.indexOf('\0') >= 0) {
                throw AppException.invalid("The path holds a NUL character.");
            }
            boolean glued = name.startsWith("/");
            named.put(glued ? name.substring(1) : name, glued ? "/" + value : value);
        }
        return named;
    }
}
