package dev.tarn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theExtraRowBecomesTheNextPagesToken() {
        var page = Page.of(List.of("a", "b", "c"), PageRequest.first(2), row -> row);
        assertEquals(List.of("a", "b"), page.items());
        var token = page.next().orElseThrow().encode();
        assertEquals("b", PageRequest.of(2L, token).after());
    }

    @Test
    void theLastPageHasNoToken() {
        assertTrue(Page.of(List.of("a", "b"), PageRequest.first(2), row -> row)
                .next()
                .isEmpty());
    }

    @Test
    void zeroAndNothingMeanTheServersOwnSize() {
        assertEquals(PageRequest.DEFAULT, PageRequest.of(0L, null).size());
        assertEquals(PageRequest.DEFAULT, PageRequest.of(null, "").size());
    }

    @Test
    void moreThanTheMaximumIsCutToIt() {
        assertEquals(
                PageRequest.MAXIMUM, PageRequest.of(1_000_000_000_000L, null).size());
    }

    @Test
    void aNegativeSizeAndAForeignTokenAreInvalid() {
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                assertThrows(AppException.class, () -> PageRequest.of(-1L, null))
                        .kind());
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                assertThrows(AppException.class, () -> PageRequest.of(1L, "%%%"))
                        .kind());
    }
}
