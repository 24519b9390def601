package dev.tarn.core;

/**
 * A user, service principal or group, as other rooms refer to it.
 *
 * @param id numeric text, unique in the whole installation and never reused; what rows and grants store
 * @param name what people and APIs write: a user's e-mail, a service principal's application id, a group's display name
 */
public record Principal(String id, String name, PrincipalKind kind) {
    /** Acts for the server itself (first start, background work); no request ever carries it. */
    public static final Principal SYSTEM = new Principal("0", "System", PrincipalKind.SERVICE_PRINCIPAL);
}
