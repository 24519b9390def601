package dev.tarn.http.internal;

import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceBindingBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Ids;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Dialect;
import dev.tarn.http.Response;
import dev.tarn.http.Route;
import dev.tarn.http.Routes;
import dev.tarn.http.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the route table on the server library. */
public final class RouteBinder {
    private static final Logger log = LoggerFactory.getLogger(RouteBinder.class);
    private static final Pattern VARIABLE = Pattern.compile("(/?)\\{(\\*?)([^}]+)}");

    /** How long the rest of a body that nobody reads is taken from a client, after its answer. */
    private static final Duration LONGEST_DISCARDING = Duration.ofSeconds(30);

    private static final long LARGEST_BODY_OF_STRANGERS = 64 * 1024;

    private final Authenticator authenticator;

    private final Transfers transfers;
    private final Answers answers;

    private final Optional<Site> site;

    public RouteBinder(Authenticator authenticator, Transfers transfers, Optional<Site> site) {
        this.authenticator = authenticator;
        this.site = site;
        this.transfers = transfers;
        this.answers = new Answers(transfers);
    }

    public void bind(ServerBuilder server, Routes routes) {
        for (Route route : routes.all()) {
            Template template = Template.of(route.template());
            Exchange exchange = new Exchange(route, template.variables(), authenticator, answers, routes.metrics());
            ServiceBindingBuilder binding =
                    server.route().methods(HttpMethod.valueOf(route.method())).path(template.pattern());
            if (route.upload().isPresent()) {
                // lengths and silence are the body reader's; any other limit would cut large files
                Upload upload = route.upload().get();
                binding.maxRequestLength(0).requestTimeoutMillis(0).requestAutoAbortDelay(LONGEST_DISCARDING);
                binding.build((context, request) -> receive(context, request, exchange, upload));
            } else {
                binding.build((context, request) -> serve(context, request, exchange));
            }
        }
        server.serviceUnder("/", (context, request) -> elsewhere(context));
        server.errorHandler(this::failure);
    }

    /** Short bodies are read at once; who sends a long one is asked before it is kept in memory. */
    private static HttpResponse serve(ServiceRequestContext context, HttpRequest request, Exchange exchange) {
        if (request.headers().isEndOfStream() || mayHold(request.headers().contentLength())) {
            return HttpResponse.of(request.aggregate()
                    .thenApplyAsync(
                            whole -> exchange.answer(context, exchange.arrive(context), whole),
                            context.blockingTaskExecutor()));
        }
        return HttpResponse.of(CompletableFuture.supplyAsync(
                        () -> exchange.arrive(context), context.blockingTaskExecutor())
                .thenCompose(arrival -> arrival.isRefused()
                        ? CompletableFuture.completedFuture(exchange.refuse(context, arrival))
                        : request.aggregate()
                                .thenApplyAsync(
                                        whole -> exchange.answer(context, arrival, whole),
                                        context.blockingTaskExecutor())));
    }

    /** Whether a body may be kept in memory before it is known who sends it. */
    private static boolean mayHold(long length) {
        return length >= 0 && length <= LARGEST_BODY_OF_STRANGERS;
    }

    private HttpResponse receive(ServiceRequestContext context, HttpRequest request, Exchange exchange, Upload upload) {
        return HttpResponse.of(
                CompletableFuture.supplyAsync(() -> exchange.answer(context, request, upload), transfers));
    }

    /** What is no route: the web app, or nothing. */
    private HttpResponse elsewhere(ServiceRequestContext context) {
        RequestHeaders headers = context.request().headers();
        Optional<Response> page = site.isPresent()
                ? site.get().answer(headers, context.path())
                : context.path().equals("/")
                                && Site.isPage(headers, context.path())
                                && headers.get(HttpHeaderNames.ACCEPT, "").contains("text/html")
                        ? Optional.of(Response.redirect("/login"))
                        : Optional.empty();
        return page.map(found -> answers.write(context, found, Ids.uuid(), "")).orElseGet(() -> notFound(context));
    }

    private HttpResponse notFound(ServiceRequestContext context) {
        AppException error = new AppException(
                ErrorKind.UNIMPLEMENTED,
                "ENDPOINT_NOT_FOUND",
                "No API found for '%s %s'".formatted(context.method(), context.path()));
        String id = Ids.uuid();
        Dialect dialect = context.path().contains("/scim/v2/") ? Dialect.SCIM : Dialect.DATABRICKS;
        return answers.write(context, dialect.render(error, id), id, "");
    }

    /** What went wrong before or outside a route. */
    private HttpResponse failure(ServiceRequestContext context, Throwable cause) {
        String id = Ids.uuid();
        return answers.write(context, Dialect.DATABRICKS.render(error(context, cause, id), id), id, "");
    }

    private static AppException error(ServiceRequestContext context, Throwable cause, String id) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof HttpStatusException)) {
            root = root.getCause();
        }
        if (root instanceof ContentTooLargeException
                || (root instanceof HttpStatusException status
                        && status.httpStatus().equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE))) {
            return new AppException(
                    ErrorKind.TOO_LARGE,
                    "REQUEST_LIMIT_EXCEEDED",
                    "The request body is larger than this server takes. Send less, or raise tarn.http.max-body-bytes.");
        }
        if (root instanceof RejectedExecutionException) {
            return new AppException(
                    ErrorKind.RESOURCE_EXHAUSTED,
                    "REQUEST_LIMIT_EXCEEDED",
                    "Too many files are being sent at once. Try again soon.",
                    Map.of("retryAfterSeconds", "2"),
                    null);
        }
        if (root instanceof RequestTimeoutException) {
            return new AppException(ErrorKind.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", "The request took too long.");
        }
        if (root instanceof HttpStatusException status && status.httpStatus().isClientError()) {
            return status.httpStatus().equals(HttpStatus.NOT_FOUND)
                    ? new AppException(ErrorKind.UNIMPLEMENTED, "ENDPOINT_NOT_FOUND", "No API found for this path.")
                    : new AppException(
                            ErrorKind.INVALID_ARGUMENT,
                            "BAD_REQUEST",
                            "The request is not valid HTTP for this server.");
        }
        log.error("Request {} {} failed ({})", context.method(), context.path(), id, cause);
        return Answers.internal(id);
    }

    /** A template in the server library's words: variables have plain names, and one glued to its path takes the rest. */
    record Template(String pattern, List<String> variables) {
        private static final Pattern PART_OF_SEGMENT = Pattern.compile("[^/{}]\\{[^}]+}.|}[^/]");

        static Template of(String template) {
            boolean plain = !PART_OF_SEGMENT.matcher(template).find();
            List<String> names = new ArrayList<>();
            Matcher matcher = VARIABLE.matcher(template);
            StringBuilder pattern = new StringBuilder(plain ? "" : "regex:^");
            int copied = 0;
            while (matcher.find()) {
                append(pattern, template.substring(copied, matcher.start()), plain);
                copied = matcher.end();
                boolean glued = matcher.group(1).isEmpty();
                boolean rest = !matcher.group(2).isEmpty() || (glued && copied == template.length());
                String name = "v" + names.size();
                names.add((glued && plain ? "/" : "") + matcher.group(3));
                if (plain) {
                    pattern.append(rest ? "/{*" : "/{").append(name).append('}');
                } else {
                    pattern.append(glued ? "(?<" : "/(?<").append(name).append(">[^/]+?)");
                }
            }
            append(pattern, template.substring(copied), plain);
            return new Template(plain ? pattern.toString() : pattern.append('$').toString(), names);
        }

        private static void append(StringBuilder pattern, String text, boolean plain) {
            pattern.append(plain || text.isEmpty() ? text : Pattern.quote(text));
        }
    }
}
