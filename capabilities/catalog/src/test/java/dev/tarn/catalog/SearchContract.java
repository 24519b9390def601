package dev.tarn.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.Searches.Hit;
import dev.tarn.catalog.Searches.Match;
import dev.tarn.core.AppException;
import dev.tarn.db.DatabaseConfig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How search behaves, on any store. */
abstract class SearchContract {
    private CatalogRoom room;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        room = new CatalogRoom(store());
        room.table(room.admin, "main.default.flight_delays");
        room.table(room.admin, "main.default.airports");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<String> names(dev.tarn.core.Caller caller, String text) {
        return room.catalog.searches().find(caller, text).stream()
                .map(Hit::fullName)
                .toList();
    }

    @Test
    void aTableIsFoundByAPartOfItsNameInAnyCase() {
        assertEquals(List.of("main.default.flight_delays"), names(room.admin, "DELAY"));
    }

    @Test
    void theNameItselfComesFirst() {
        room.table(room.admin, "main.default.airports_old");
        assertEquals("main.default.airports", names(room.admin, "airports").get(0));
    }

    @Test
    void everyWordMustBeThere() {
        assertEquals(List.of("main.default.airports"), names(room.admin, "main air"));
        assertEquals(List.of(), names(room.admin, "main ship"));
    }

    @Test
    void aTableIsFoundByItsColumnAndTheColumnIsNamed() {
        Hit hit = room.catalog.searches().find(room.admin, "name").stream()
                .filter(found -> found.fullName().equals("main.default.airports"))
                .findFirst()
                .orElseThrow();
        assertEquals(Match.COLUMN, hit.match());
        assertEquals("name", hit.column().orElseThrow());
    }

    @Test
    void howColumnsAreStoredIsNotFound() {
        assertEquals(List.of(), names(room.admin, "nullable"));
    }

    @Test
    void signsOfThePatternLanguageAreLetters() {
        assertEquals(List.of(), names(room.admin, "%%"));
        assertEquals(List.of("main.default.flight_delays"), names(room.admin, "t_d"));
        assertEquals(List.of(), names(room.admin, "f_ight"));
        assertEquals(List.of(), names(room.admin, "!%"));
    }

    @Test
    void whoHasNoGrantFindsNothing() {
        assertEquals(List.of(), names(room.ada, "airports"));
        assertEquals(List.of(), names(room.ada, "main"));
    }

    @Test
    void onlyWhatWasGrantedIsFound() {
        room.enter(room.bob, "main.default");
        room.grant(SecurableType.TABLE, "main.default.airports", room.bob, Privilege.SELECT);
        assertEquals(List.of("main.default.airports"), names(room.bob, "air"));
        assertEquals(List.of(), names(room.bob, "delay"));
    }

    @Test
    void aGrantBehindAClosedGateFindsNothing() {
        room.grant(SecurableType.TABLE, "main.default.airports", room.bob, Privilege.SELECT);
        assertEquals(List.of(), names(room.bob, "airports"));
    }

    @Test
    void anotherMetastoreIsNotSearched() {
        try (CatalogRoom other = new CatalogRoom(store())) {
            assertTrue(other.catalog.searches().find(other.admin, "airports").isEmpty());
        }
    }

    @Test
    void aTextThatIsTooShortOrTooLongIsRefused() {
        for (String text : List.of("", " a ", "x".repeat(201))) {
            assertThrows(AppException.class, () -> room.catalog.searches().find(room.admin, text));
        }
    }
}
