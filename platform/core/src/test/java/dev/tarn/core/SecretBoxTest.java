package dev.tarn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final byte[] PLAIN = "pässword".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatIsSealedOpensInItsContextAlone() {
        SecretBox box = box();
        String sealed = box.seal(PLAIN, "scope/key");
        assertArrayEquals(PLAIN, box.open(sealed, "scope/key"));
        assertEquals(
                "INTERNAL_ERROR",
                assertThrows(AppException.class, () -> box.open(sealed, "scope/other"))
                        .code());
        assertNotEquals(sealed, box.seal(PLAIN, "scope/key"), "the same text is never sealed alike");
        assertFalse(sealed.contains(Base64.getEncoder().encodeToString(PLAIN)));
    }

    @Test
    void nothingAndAnythingCanBeSealed() {
        SecretBox box = box();
        byte[] large = new byte[200_000];
        assertArrayEquals(new byte[0], box.open(box.seal(new byte[0], ""), ""));
        assertArrayEquals(large, box.open(box.seal(large, "x"), "x"));
    }

    @Test
    void aChangedTextDoesNotOpen() {
        SecretBox box = box();
        String sealed = box.seal(PLAIN, "c");
        for (String changed : new String[] {
            "", "v1", "x" + sealed, sealed.substring(0, sealed.length() - 8), sealed.substring(0, 20), sealed + "A"
        }) {
            assertThrows(AppException.class, () -> box.open(changed, "c"), changed);
        }
    }

    @Test
    void theKeyFileIsItsOwnersAloneAndLivesOn() throws Exception {
        Path file = folder.resolve("master.key");
        String sealed = SecretBox.inFile(file).seal(PLAIN, "c");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertArrayEquals(PLAIN, SecretBox.inFile(file).open(sealed, "c"));
    }

    @Test
    void rotationSealsEverythingAgainAndForgetsWhatIsOlder() {
        SecretBox box = box();
        String first = box.seal(PLAIN, "c");
        AtomicReference<String> kept = new AtomicReference<>(first);
        box.keeps(() -> {
            assertFalse(box.isCurrent(kept.get()));
            kept.set(box.seal(box.open(kept.get(), "c"), "c"));
            return 1;
        });
        assertEquals(1, box.rotate());
        assertTrue(box.isCurrent(kept.get()));
        assertArrayEquals(PLAIN, box.open(first, "c"), "what was being written meanwhile still opens");
        assertEquals(1, box.rotate());
        assertThrows(AppException.class, () -> box.open(first, "c"));
        assertArrayEquals(PLAIN, box().open(kept.get(), "c"), "the new keys are in the file");
    }

    @Test
    void anOperatorsKeyIsNotOursToChange() {
        String first = Base64.getEncoder().encodeToString(new byte[32]);
        String second = Base64.getEncoder()
                .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        SecretBox box = SecretBox.withKeys(new Secret(first));
        String sealed = box.seal(PLAIN, "c");
        SecretBox next = SecretBox.withKeys(new Secret(second + "\n" + first));
        assertArrayEquals(PLAIN, next.open(sealed, "c"));
        assertFalse(next.isCurrent(sealed));
        next.rotate();
        assertTrue(next.isCurrent(next.seal(PLAIN, "c")));
        assertArrayEquals(PLAIN, next.open(sealed, "c"), "rotation leaves the operator's keys alone");
    }

    @Test
    void aKeyOfTheWrongFormIsRefusedWithoutRepeatingIt() {
        for (String wrong : new String[] {"", "# only a remark", "c2hvcnQ=", "%%%"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> SecretBox.withKeys(new Secret(wrong)))
                    .getMessage();
            assertTrue(message.contains("32"), message);
            assertFalse(message.contains("c2hvcnQ"), message);
        }
    }

    private SecretBox box() {
        return SecretBox.inFile(folder.resolve("box.key"));
    }
}
