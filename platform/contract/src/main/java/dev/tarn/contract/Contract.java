package dev.tarn.contract;

import dev.tarn.core.Caller;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The public REST API: every operation of the SDK, and the windows that serve some of them. A window implements the SDK's service
 * interface and is made per request with its caller; methods that it does not serve carry {@link NotServed}.
 */
public final class Contract {
    private record Window(Class<?> service, Function<Caller, ?> maker, Class<?> type, String dialect) {}

    /** An operation with the window that answers it, if any does. */
    public final class Endpoint {
        private final SdkOperation operation;
        private final Optional<Window> window;
        private final Optional<MethodHandle> handle;
        private final Class<?> requestType;

        private Endpoint(SdkOperation operation, Optional<Window> window) {
            this.operation = operation;
            Optional<Method> method =
                    window.flatMap(w -> Arrays.stream(w.service().getMethods())
                            .filter(m -> m.getName().equals(operation.method()))
                            .findFirst());
            this.window = method.isPresent() && isServed(window.orElseThrow().type(), method.get())
                    ? window
                    : Optional.empty();
            this.requestType = method.filter(m -> m.getParameterCount() == 1)
                    .<Class<?>>map(m -> m.getParameterTypes()[0])
                    .orElse(Void.class);
            this.handle = this.window.isPresent() ? method.map(Contract::handle) : Optional.empty();
        }

        public SdkOperation operation() {
            return operation;
        }

        public boolean served() {
            return window.isPresent();
        }

        /** Name of the error dialect of the service: {@code databricks} or {@code scim}. */
        public String dialect() {
            return window.map(Window::dialect).orElse("databricks");
        }

        /** The SDK's request class; {@code Void} where there is none or nobody serves the operation. */
        public Class<?> requestType() {
            return requestType;
        }

        /**
         * Answers a request.
         *
         * @return JSON
         * @throws dev.tarn.core.AppException INVALID_ARGUMENT for a request of the wrong form; ENDPOINT_NOT_FOUND if nobody serves it;
         *     and whatever the window throws
         */
        public byte[] call(Caller caller, Incoming incoming) {
            Window made = window.orElseThrow(() -> ContractErrors.notServed(operation.name()));
            String account = incoming.path().get(SdkOperation.ACCOUNT_VARIABLE);
            if (account != null) {
                accounts.accept(caller, account);
            }
            Object target = made.maker().apply(caller);
            MethodHandle method = handle.orElseThrow();
            try {
                Object answer = requestType == Void.class
                        ? method.invoke(target)
                        : method.invoke(target, binding.read(operation, requestType, incoming));
                return binding.write(answer);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Binding binding = new Binding();
    private final List<SdkOperation> operations = SdkOperations.all();
    private final Set<String> byHand = new HashSet<>();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private BiConsumer<Caller, String> accounts = (caller, account) -> {
        throw ContractErrors.noAccount(account);
    };

    /** Serves a service with windows that report errors in the vendor's usual shape. */
    public <S> Contract serve(Class<S> service, Function<Caller, ? extends S> window, Class<? extends S> type) {
        return serve(service, window, type, "databricks");
    }

    /**
     * Serves a service.
     *
     * @param service the SDK's interface
     * @param window makes the window of one request
     * @param type the window's class, whose {@link NotServed} methods are left out
     * @param dialect how errors are rendered: {@code databricks} or {@code scim}
     */
    public <S> Contract serve(
            Class<S> service, Function<Caller, ? extends S> window, Class<? extends S> type, String dialect) {
        windows.put(service.getName(), new Window(service, window, type, dialect));
        return this;
    }

    /**
     * Says that operations are served by hand-written routes, such as those that send files as streams: they count in {@link #parity()}.
     *
     * @param methods of the service
     * @throws IllegalArgumentException if the service has no such operation
     */
    public Contract byHand(Class<?> service, String... methods) {
        for (String method : methods) {
            byHand.add(operations.stream()
                    .filter(operation -> operation.service().equals(service.getName())
                            && operation.method().equals(method))
                    .map(SdkOperation::route)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(service.getName() + " has no " + method)));
        }
        return this;
    }

    /**
     * Sets who lets callers into an account, by the id in the path; it throws for whom it does not. Without it nobody is let in.
     */
    public Contract accounts(BiConsumer<Caller, String> entry) {
        accounts = entry;
        return this;
    }

    /** Every operation of the SDK, served or not. */
    public List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>(operations.size());
        for (SdkOperation operation : operations) {
            endpoints.add(new Endpoint(operation, Optional.ofNullable(windows.get(operation.service()))));
        }
        return endpoints;
    }

    private static boolean isServed(Class<?> window, Method method) {
        try {
            return !window.getMethod(method.getName(), method.getParameterTypes())
                    .isAnnotationPresent(NotServed.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.publicLookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Served and all operations per SDK service, sorted by name; services of which nothing is served included. An operation whose
     * route another service's window answers is served: the SDK's older services send what the newer ones send.
     */
    public List<Parity> parity() {
        List<Endpoint> all = endpoints();
        Set<String> routes = all.stream()
                .filter(Endpoint::served)
                .map(endpoint -> endpoint.operation().route())
                .collect(Collectors.toCollection(HashSet::new));
        routes.addAll(byHand);
        Map<String, List<Endpoint>> byService = all.stream()
                .collect(Collectors.groupingBy(
                        endpoint -> endpoint.operation().serviceName(), java.util.TreeMap::new, Collectors.toList()));
        return byService.entrySet().stream()
                .map(entry -> parity(entry.getKey(), entry.getValue(), routes))
                .toList();
    }

    private static Parity parity(String service, List<Endpoint> endpoints, Set<String> routes) {
        Map<Boolean, List<String>> methods = endpoints.stream()
                .map(Endpoint::operation)
                .sorted(Comparator.comparing(SdkOperation::method))
                .collect(Collectors.partitioningBy(
                        operation -> routes.contains(operation.route()),
                        Collectors.mapping(SdkOperation::method, Collectors.toList())));
        return new Parity(service, methods.getOrDefault(true, List.of()), methods.getOrDefault(false, List.of()));
    }

    /** How much of one service is served. */
    public record Parity(String service, List<String> served, List<String> missing) {}
}
