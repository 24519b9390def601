package dev.tarn.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table of all operations of the SDK, as packaging wrote it; a test compares it with the SDK itself. */
public final class SdkOperations {
    private SdkOperations() {}

    public static List<SdkOperation> all() {
        try (InputStream stream = SdkOperations.class.getResourceAsStream("/contract/operations.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("The table of operations is missing from this build");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(SdkOperation::ofLine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
