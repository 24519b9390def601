package dev.tarn.git.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What changed between two texts, in the unified form. */
public final class TextDiff {
    private static final int MOST_BYTES = 2 << 20;

    private TextDiff() {}

    /** Empty for what is no text, or longer than 2 MiB. */
    public static Optional<String> of(byte[] before, byte[] after) {
        if (before.length > MOST_BYTES
                || after.length > MOST_BYTES
                || RawText.isBinary(before)
                || RawText.isBinary(after)) {
            return Optional.empty();
        }
        RawText old = new RawText(before);
        RawText fresh = new RawText(after);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, fresh), old, fresh);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }
}
