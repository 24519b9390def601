package dev.tarn.engine.spark.catalog;

/** Throws Spark's checked exceptions where its Java interfaces do not declare them. */
public final class Raise {
    private Raise() {}

    /** Never returns; the type lets callers write {@code throw}. */
    public static RuntimeException unchecked(Throwable failure) {
        return Raise.<RuntimeException>sneak(failure);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
