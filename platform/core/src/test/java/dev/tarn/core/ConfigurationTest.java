package dev.tarn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @ConfigMapping(prefix = "shop")
    interface Shop {
        @WithDefault("8080")
        int port();

        @WithDefault("30s")
        Duration patience();

        Optional<Secret> password();
    }

    @TempDir
    Path folder;

    @Test
    void defaultsHoldWhereNothingIsSet() {
        Shop shop = Configuration.read(Optional.empty(), Map.of(), Shop.class);
        assertEquals(8080, shop.port());
        assertEquals(Duration.ofSeconds(30), shop.patience());
    }

    @Test
    void theCommandLineWinsOverTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.properties"), "shop.port=1\nshop.patience=2m\n");
        Shop shop = Configuration.read(Optional.of(file), Map.of("shop.port", "2"), Shop.class);
        assertEquals(2, shop.port());
        assertEquals(Duration.ofMinutes(2), shop.patience());
    }

    @Test
    void anUnknownKeyIsRefusedByName() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Configuration.read(Optional.empty(), Map.of("shop.prot", "1"), Shop.class));
        assertTrue(refusal.getMessage().contains("shop.prot"), refusal.getMessage());
    }

    @Test
    void aSecretIsReadFromItsFileAndNeverPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        Shop shop = Configuration.read(Optional.empty(), Map.of("shop.password", "file:" + file), Shop.class);
        assertEquals("hunter2", shop.password().orElseThrow().reveal());
        assertFalse(shop.password().toString().contains("hunter2"));
    }

    @Test
    void aSecretInClearIsRefusedWithoutRepeatingIt() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Configuration.read(Optional.empty(), Map.of("shop.password", "hunter2"), Shop.class));
        assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("shop.password"), refusal.getMessage());
    }

    @Test
    void aWrongDurationIsExplained() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Configuration.read(Optional.empty(), Map.of("shop.patience", "soon"), Shop.class));
        assertTrue(refusal.getMessage().contains("such as 30s"), refusal.getMessage());
    }
}
