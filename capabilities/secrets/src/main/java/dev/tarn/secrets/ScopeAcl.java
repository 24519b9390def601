package dev.tarn.secrets;

/** What one principal, named as APIs name it, may do with a scope. */
public record ScopeAcl(String principal, ScopePermission permission) {}
