package dev.tarn.cli;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.support.Wait;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Binding;
import dev.tarn.contract.Incoming;
import dev.tarn.contract.SdkOperation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Calls operations through the SDK's own client: its authentication, profiles and retries are ours. */
final class Client {
    private static final ObjectMapper JSON = SerDeUtils.createMapper();
    private static final Binding BINDING = new Binding();

    /** Editing a stopped warehouse leaves it stopped; the SDK would wait for it to run. */
    private static final Set<String> NOT_WAITED_FOR = Set.of("edit");

    private final ApiClient api;
    private final Duration patience;

    /** @param patience how long to wait for long operations; zero for not at all */
    Client(DatabricksConfig config, Duration patience) {
        this.api = new ApiClient(config);
        this.patience = patience;
    }

    /** Calls an operation; a list is followed through all its pages, and the end of a long operation is waited for. */
    JsonNode call(SdkOperation operation, Incoming incoming) {
        Optional<Method> waiting = patience.isZero() ? Optional.empty() : waiting(operation);
        if (waiting.isPresent()) {
            return waited(operation, waiting.get(), incoming);
        }
        Incoming next = incoming;
        JsonNode whole = once(operation, next);
        JsonNode page = whole;
        while (page.path("next_page_token").isTextual()
                && !page.get("next_page_token").asText().isEmpty()) {
            Map<String, List<String>> query = new HashMap<>(incoming.query());
            query.put("page_token", List.of(page.get("next_page_token").asText()));
            next = new Incoming(incoming.body(), incoming.path(), query);
            page = once(operation, next);
            append((ObjectNode) whole, page);
        }
        if (whole instanceof ObjectNode object) {
            object.remove("next_page_token");
            followScim(operation, incoming, object);
        }
        return whole;
    }

    /** SCIM counts its pages: where fewer came than there are, the next one begins after the last. */
    private void followScim(SdkOperation operation, Incoming incoming, ObjectNode whole) {
        JsonNode page = whole;
        while (page.path("itemsPerPage").asLong() > 0
                && page.path("startIndex").asLong() + page.path("itemsPerPage").asLong()
                        <= page.path("totalResults").asLong()) {
            Map<String, List<String>> query = new HashMap<>(incoming.query());
            long next =
                    page.path("startIndex").asLong() + page.path("itemsPerPage").asLong();
            query.put("startIndex", List.of(String.valueOf(next)));
            page = once(operation, new Incoming(incoming.body(), incoming.path(), query));
            if (whole.get("Resources") instanceof ArrayNode all && page.get("Resources") instanceof ArrayNode more) {
                all.addAll(more);
            }
        }
        if (whole.has("itemsPerPage")) {
            whole.put("itemsPerPage", whole.path("Resources").size());
        }
    }

    /** The SDK's own method that waits for the end of what an operation begins, if it has one. */
    private static Optional<Method> waiting(SdkOperation operation) {
        try {
            Class<?> facade = Class.forName(operation.service().replaceAll("Service$", "API"));
            return Arrays.stream(facade.getMethods())
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
            throw new DatabricksException(
                    "%s was begun, but was not done after %d s. See how it goes on, or give it more time with --timeout."
                            .formatted(operation.name(), patience.toSeconds()),
                    e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(ObjectNode whole, JsonNode page) {
        page.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ArrayNode more) {
                if (whole.get(field.getKey()) instanceof ArrayNode all) {
                    all.addAll(more);
                } else {
                    whole.set(field.getKey(), more);
                }
            }
        });
    }

    private JsonNode once(SdkOperation operation, Incoming incoming) {
        try {
            Class<?> service = Class.forName(operation.service());
            Constructor<?> constructor = Class.forName(operation.service().replaceAll("Service$", "Impl"))
                    .getDeclaredConstructor(ApiClient.class);
            constructor.setAccessible(true);
            Method method = method(service, operation);
            Object answer = method.getParameterCount() == 0
                    ? method.invoke(constructor.newInstance(api))
                    : method.invoke(
                            constructor.newInstance(api),
                            BINDING.read(operation, method.getParameterTypes()[0], incoming));
            return answer == null ? JSON.createObjectNode() : JSON.readTree(BINDING.write(answer));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request class of an operation, if it has one. */
    static Optional<Class<?>> request(SdkOperation operation) {
        try {
            Method method = method(Class.forName(operation.service()), operation);
            return method.getParameterCount() == 0 ? Optional.empty() : Optional.of(method.getParameterTypes()[0]);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Class<?> service, SdkOperation operation) {
        return Arrays.stream(service.getMethods())
                .filter(method -> method.getName().equals(operation.method()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(operation.name() + " is not in this SDK"));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("--json is not valid JSON: " + e.getOriginalMessage());
        }
    }

    static String pretty(JsonNode node) {
        return node.toPrettyString();
    }
}
