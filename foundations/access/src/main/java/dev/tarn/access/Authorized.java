package dev.tarn.access;

/**
 * Proof that the {@link Guard} allowed an action on {@code value}. Only the guard makes one; store methods that reveal or change
 * take it as an argument, so that a forgotten check does not compile.
 */
public final class Authorized<T> {
    private final T value;

    Authorized(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }
}
