package dev.tarn.contract;

/**
 * One REST operation as the SDK states it.
 *
 * @param service name of the SDK's service interface, such as {@code com.databricks.sdk.service.catalog.SchemasService}
 * @param method of that interface
 * @param httpMethod verb, such as {@code GET}
 * @param template path with the request's fields in braces, such as {@code /api/2.1/unity-catalog/schemas/{fullName}}
 * @param bodyField the request field that alone makes the body; empty where the whole request does
 */
public record SdkOperation(String service, String method, String httpMethod, String template, String bodyField) {
    /** What stands for the account's id in templates; no request has a field of that name, the SDK takes it from its configuration. */
    public static final String ACCOUNT_VARIABLE = "accountId";

    /** The service without package and suffix: {@code Schemas}. */
    public String serviceName() {
        String simple = service.substring(service.lastIndexOf('.') + 1);
        return simple.substring(0, simple.length() - "Service".length());
    }

    /** For messages: {@code Schemas.get}. */
    public String name() {
        return serviceName() + "." + method;
    }

    /** Method and template without the variables' names: what two operations share that a server cannot tell apart. */
    public String route() {
        return httpMethod + " " + template.replaceAll("\\{[^}]*}", "{}");
    }

    String toLine() {
        return String.join("\t", service, method, httpMethod, template, bodyField);
    }

    static SdkOperation ofLine(String line) {
        String[] parts = line.split("\t", -1);
        return new SdkOperation(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }
}
