package dev.tarn.cli;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.support.Wait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Binding;
import dev.tarn.contract.Incoming;
import dev.tarn.contract.SdkOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls operations through the SDK's own client: its authentication, profiles and retries are ours. */
final class Client {
    static final ObjectMapper JSON = SerDeUtils.createMapper();
    private static final Binding BINDING = new Binding();

    /** Editing a stopped warehouse leaves it stopped; the SDK would wait for it to run. */
    private static final Set<String> NOT_WAITED_FOR = Set.of("edit");

    private final ApiClient api;
    private final Duration patience;
    private final OutputStream files;

    /**
     * Nothing is sent yet.
     *
     * @param patience how long to wait for long operations; zero for not at all
     * @param files takes the bytes of operations that answer with a file
     */
    Client(DatabricksConfig config, Duration patience, OutputStream files) {
        this.api = new ApiClient(config);
        this.patience = patience;
        this.files = files;
    }

    /**
     * Calls an operation; a list is followed through all its pages, and the end of a long operation is waited for.
     *
     * @return empty where the operation has no output, or its output is a file
     */
    Optional<Answer> call(SdkOperation operation, Call call) {
        Optional<Method> waiting = patience.isZero() ? Optional.empty() : waiting(operation);
        if (waiting.isPresent()) {
            JsonNode awaited = waited(operation, waiting.get(), call.incoming());
            return awaited.isEmpty() ? Optional.empty() : Optional.of(new Answer(awaited, Optional.empty()));
        }
        JsonNode first = once(operation, call);
        if (Statements.begins(operation)) {
            first = new Statements(this, patience).end(operation, call, first);
        } else if (first instanceof ObjectNode page) {
            Pages.follow(page, operation, call, next -> once(operation, next));
        }
        if (first.isEmpty() && Answer.isNothing(operation)) {
            return Optional.empty();
        }
        Optional<String> list = Answer.list(operation);
        if (first instanceof ObjectNode object) {
            // the SDK leaves empty lists out, on which jq '.items[]' would fail
            list.ifPresent(object::withArray);
        }
        return Optional.of(new Answer(first, list));
    }

    /** The SDK's own method that waits for the end of what an operation begins, if it has one. */
    private static Optional<Method> waiting(SdkOperation operation) {
        try {
            return Arrays.stream(Class.forName(facade(operation)).getMethods())
                    .filter(method -> method.getName().equals(operation.method())
                            && method.getReturnType() == Wait.class
                            && method.getParameterCount() == 1
                            && request(operation)
                                    .filter(type -> type == method.getParameterTypes()[0])
                                    .isPresent()
                            && !NOT_WAITED_FOR.contains(method.getName()))
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private JsonNode waited(SdkOperation operation, Method method, Incoming incoming) {
        try {
            Object facade =
                    method.getDeclaringClass().getConstructor(ApiClient.class).newInstance(api);
            Object request = BINDING.read(operation, method.getParameterTypes()[0], incoming);
            Wait<?, ?> wait = (Wait<?, ?>) method.invoke(facade, request);
            return JSON.readTree(BINDING.write(wait.get(patience)));
        } catch (TimeoutException e) {
            throw late(operation.name(), patience, e);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static DatabricksException late(String what, Duration patience, Throwable cause) {
        return new DatabricksException(
                "%s was begun, but was not done after %d s. See how it goes on, or give it more time with --timeout."
                        .formatted(what, patience.toSeconds()),
                cause);
    }

    /** Calls an operation once, and gives its answer as JSON; an empty object where there is none. */
    JsonNode once(SdkOperation operation, Call call) {
        try {
            Constructor<?> constructor = Class.forName(operation.service().replaceAll("Service$", "Impl"))
                    .getDeclaredConstructor(ApiClient.class);
            constructor.setAccessible(true);
            Method method = method(operation);
            Object service = constructor.newInstance(api);
            if (method.getParameterCount() == 0) {
                return tree(method.invoke(service));
            }
            Class<?> type = method.getParameterTypes()[0];
            Object request = BINDING.read(operation, type, call.incoming());
            Optional<Fields.RequestField> file = Fields.file(type);
            if (file.isEmpty()) {
                return tree(method.invoke(service, request));
            }
            try (InputStream stream = call.file()) {
                file.get().set(request, stream);
                return tree(method.invoke(service, request));
            }
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(@Nullable Object answer) throws IOException, IllegalAccessException {
        if (answer == null) {
            return JSON.createObjectNode();
        }
        Optional<Fields.RequestField> file = Fields.file(answer.getClass());
        if (file.isPresent()) {
            try (InputStream stream = (InputStream) file.get().get(answer)) {
                stream.transferTo(files);
                files.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The file did not come whole: " + e.getMessage(), e);
            }
            return JSON.createObjectNode();
        }
        return JSON.readTree(BINDING.write(answer));
    }

    private static RuntimeException failure(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    /** The request class of an operation, if it has one. */
    static Optional<Class<?>> request(SdkOperation operation) {
        Method method = method(operation);
        return method.getParameterCount() == 0 ? Optional.empty() : Optional.of(method.getParameterTypes()[0]);
    }

    /** The class of the SDK that its users call for an operation. */
    static String facade(SdkOperation operation) {
        return operation.service().replaceAll("Service$", "API");
    }

    static Method method(SdkOperation operation) {
        try {
            return Arrays.stream(Class.forName(operation.service()).getMethods())
                    .filter(method -> method.getName().equals(operation.method()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(operation.name() + " is not in this SDK"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
