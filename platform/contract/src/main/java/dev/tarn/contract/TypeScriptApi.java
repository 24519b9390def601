package dev.tarn.contract;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the served part of the contract as TypeScript for the web app: one file per package of the SDK, with the types that
 * requests and answers are made of and one object per service with its operations. The same operations as Java sees them, so
 * that the web app cannot call what nobody serves.
 */
public final class TypeScriptApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private TypeScriptApi() {}

    /** File names, such as {@code catalog.ts}, with their texts. */
    public static Map<String, String> files(Contract contract) {
        TypeScriptTypes types = new TypeScriptTypes();
        Map<String, Map<String, List<String>>> services = new TreeMap<>();
        Map<String, Map<String, SdkOperation>> served = new TreeMap<>();
        contract.endpoints().stream()
                .filter(Contract.Endpoint::served)
                .map(Contract.Endpoint::operation)
                .forEach(operation -> served.computeIfAbsent(operation.service(), name -> new TreeMap<>())
                        .put(operation.method(), operation));
        served.forEach((service, operations) -> {
            List<String> lines = new ArrayList<>();
            operations.values().forEach(operation -> lines.add(operation(operation, types)));
            services.computeIfAbsent(packageOf(service), name -> new TreeMap<>())
                    .put(constant(operations.values()), lines);
        });
        Map<String, String> files = new TreeMap<>();
        Map<String, Map<String, String>> declarations = types.declarations();
        declarations.keySet().forEach(name -> services.computeIfAbsent(name, none -> new TreeMap<>()));
        services.forEach((name, operations) ->
                files.put(name + ".ts", file(name, operations, declarations.getOrDefault(name, Map.of()))));
        return files;
    }

    private static String operation(SdkOperation operation, TypeScriptTypes types) {
        Method method = Arrays.stream(service(operation).getMethods())
                .filter(candidate -> candidate.getName().equals(operation.method()))
                .findFirst()
                .orElseThrow();
        String home = packageOf(operation.service());
        List<String> variables = variables(operation.template());
        String request = "void";
        List<String> query = List.of();
        if (method.getParameterCount() == 1) {
            Class<?> type = method.getParameterTypes()[0];
            request = types.request(type, variables, home);
            query = TypeScriptTypes.queryNames(type);
        }
        String answer = method.getReturnType() == void.class ? "void" : types.name(method.getReturnType(), home);
        String body = operation.bodyField().isEmpty() ? "" : ", '" + TypeScriptTypes.wireName(method, operation) + "'";
        return "  %s: /* @__PURE__ */ operation<%s, %s>('%s', '%s', [%s]%s),"
                .formatted(
                        operation.method(),
                        request,
                        answer,
                        operation.httpMethod(),
                        operation.template(),
                        query.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")),
                        body);
    }

    private static String file(String name, Map<String, List<String>> operations, Map<String, String> declarations) {
        StringBuilder text = new StringBuilder(
                "// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.\n");
        String content = String.join("\n", declarations.values())
                + operations.values().stream().flatMap(Collection::stream).collect(Collectors.joining("\n"));
        if (!operations.isEmpty()) {
            text.append("import { operation } from '../operation';\n");
        }
        Matcher foreign = Pattern.compile("\\b([a-z0-9]+)\\.[A-Z]").matcher(content);
        foreign.results()
                .map(found -> found.group(1))
                .filter(other -> !other.equals(name))
                .distinct()
                .sorted()
                .forEach(other -> text.append("import type * as %s from './%s';\n".formatted(other, other)));
        declarations.values().forEach(declaration -> text.append('\n').append(declaration));
        operations.forEach((service, lines) ->
                text.append("\nexport const %s = {\n%s\n};\n".formatted(service, String.join("\n", lines))));
        return text.toString();
    }

    private static List<String> variables(String template) {
        return VARIABLE.matcher(template).results().map(found -> found.group(1)).toList();
    }

    private static Class<?> service(SdkOperation operation) {
        try {
            return Class.forName(operation.service());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code catalogs} of {@code CatalogsService}. */
    private static String constant(Collection<SdkOperation> operations) {
        String name = operations.iterator().next().serviceName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String packageOf(String className) {
        String folder = className.substring(0, className.lastIndexOf('.'));
        return folder.substring(folder.lastIndexOf('.') + 1);
    }
}
