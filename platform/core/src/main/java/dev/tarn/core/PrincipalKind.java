package dev.tarn.core;

/** Who can act or be granted something. */
public enum PrincipalKind {
    USER,
    SERVICE_PRINCIPAL,
    GROUP
}
