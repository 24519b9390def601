package dev.tarn.storage.rest;

import com.databricks.sdk.service.catalog.IsolationMode;
import dev.tarn.core.Page;
import dev.tarn.core.PageToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the windows' answers have in common. */
final class Answers {
    private Answers() {}

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    static Optional<Boolean> isolated(@Nullable IsolationMode mode) {
        return Optional.ofNullable(mode).map(IsolationMode.ISOLATION_MODE_ISOLATED::equals);
    }

    static IsolationMode mode(boolean isolated) {
        return isolated ? IsolationMode.ISOLATION_MODE_ISOLATED : IsolationMode.ISOLATION_MODE_OPEN;
    }

    static @Nullable String next(Page<?> page) {
        return page.next().map(PageToken::encode).orElse(null);
    }
}
