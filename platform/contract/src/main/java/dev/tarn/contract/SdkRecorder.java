package dev.tarn.contract;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.http.Request;
import com.databricks.sdk.core.utils.SerDeUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns the SDK's operations by listening: each client method is called once, with a marker in every field of its request, and
 * an HTTP client that only notes what it was to send.
 */
public final class SdkRecorder {
    private static final String ACCOUNT = "zqaccount";
    private static final String SERVICES = "com/databricks/sdk/service";

    private static final class Heard extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Request request;

        Heard(Request request) {
            super(null, null, false, false);
            this.request = request;
        }
    }

    private final ObjectMapper mapper = SerDeUtils.createMapper();
    private final Map<String, String> markers = new TreeMap<>(Comparator.reverseOrder());
    private long number = 987_650_000;

    private SdkRecorder() {}

    /** Writes the table to the file given as the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.write(file, record().stream().map(SdkOperation::toLine).toList());
    }

    /** Every operation that the SDK can send, sorted. */
    public static List<SdkOperation> record() {
        List<SdkOperation> operations = new ArrayList<>();
        for (Class<?> service : services()) {
            for (Method method : service.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    new SdkRecorder().operation(service, method).ifPresent(operations::add);
                }
            }
        }
        operations.sort(Comparator.comparing(SdkOperation::toLine));
        return operations;
    }

    private Optional<SdkOperation> operation(Class<?> service, Method method) {
        @Nullable Object request = method.getParameterCount() == 0 ? null : filled(method.getParameterTypes()[0], "", 0);
        Request heard;
        try {
            heard = listen(service, method, request);
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
        markers.put(ACCOUNT, SdkOperation.ACCOUNT_VARIABLE);
        String template = heard.getUrl().replaceFirst("\\?.*$", "").replaceFirst("^http://localhost", "");
        for (var marker : markers.entrySet()) {
            String slash = marker.getKey().startsWith("/") ? "/" : "";
            template = template.replace(marker.getKey(), slash + "{" + marker.getValue() + "}");
        }
        return Optional.of(new SdkOperation(
                service.getName(), method.getName(), heard.getMethod(), template, bodyField(request, heard)));
    }

    /** Finds the field whose JSON is the body. */
    private String bodyField(@Nullable Object request, Request heard) {
        String body = heard.getBodyString();
        if (request == null || body == null || body.isEmpty()) {
            return "";
        }
        try {
            if (mapper.writeValueAsString(request).equals(body)) {
                return "";
            }
            for (Field field : request.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                Object value = field.get(request);
                if (value != null
                        && !(value instanceof InputStream)
                        && mapper.writeValueAsString(value).equals(body)) {
                    return field.getName();
                }
            }
            return "";
        } catch (JsonProcessingException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object filled(Class<?> type, String prefix, int depth) {
        if (type == Map.class) {
            return new TreeMap<>();
        }
        try {
            Object request = type.getDeclaredConstructor().newInstance();
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                Object value = value(field, prefix, depth);
                if (value != null) {
                    field.set(request, value);
                }
            }
            return request;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(Field field, String prefix, int depth) {
        Class<?> type = field.getType();
        number++;
        String name = prefix + field.getName();
        if (type == String.class) {
            markers.put("zq" + number, name);
            return "zq" + number;
        }
        if (type == Long.class) {
            markers.put(String.valueOf(number), name);
            return number;
        }
        if (type.isEnum()) {
            Object constant = type.getEnumConstants()[0];
            markers.put("/" + constant, name);
            return constant;
        }
        if (depth == 0 && type.getName().startsWith("com.databricks.sdk.service.")) {
            return filled(type, name + ".", depth + 1);
        }
        return null;
    }

    private static Request listen(Class<?> service, Method method, @Nullable Object request) {
        var config = new DatabricksConfig()
                .setHost("http://localhost")
                .setToken("none")
                .setAccountId(ACCOUNT)
                .setHttpClient(sent -> {
                    throw new Heard(sent);
                });
        try {
            Class<?> client = Class.forName(service.getName().replaceAll("Service$", "Impl"));
            Constructor<?> constructor = client.getDeclaredConstructor(ApiClient.class);
            constructor.setAccessible(true);
            Method call = client.getMethod(method.getName(), method.getParameterTypes());
            call.setAccessible(true);
            call.invoke(
                    constructor.newInstance(new ApiClient(config)),
                    request == null ? new Object[0] : new Object[] {request});
        } catch (InvocationTargetException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Heard heard) {
                    return heard.request;
                }
            }
            throw new IllegalStateException(service.getSimpleName() + "." + method.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(service.getSimpleName() + "." + method.getName() + " sent nothing");
    }

    private static List<Class<?>> services() {
        try {
            URI jar = URI.create("jar:"
                    + ApiClient.class.getProtectionDomain().getCodeSource().getLocation());
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                    Stream<Path> paths = Files.walk(files.getPath(SERVICES))) {
                return Arrays.asList(paths.map(Path::toString)
                        .filter(path -> path.endsWith("Service.class"))
                        .map(path -> path.substring(0, path.length() - ".class".length())
                                .replace('/', '.'))
                        .sorted()
                        .map(SdkRecorder::load)
                        .filter(Class::isInterface)
                        .toArray(Class<?>[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name.startsWith(".") ? name.substring(1) : name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
