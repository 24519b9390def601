package dev.tarn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final String ID = "7617fb9397a1014537e32323559a2543a63a6ddfaf1caaeb24507ba33cc3ed17";

    private static String shown(String json, String list, int width) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Screen(print, print, false, width)
                .show(new Answer(
                        new ObjectMapper().readTree(json), Optional.of(list).filter(name -> !name.isEmpty())));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String tokens(String comment) {
        return "{\"token_infos\": [{\"token_id\": \"%s\", \"comment\": \"%s\"}]}".formatted(ID, comment);
    }

    @Test
    void aTerminalCutsLongTextsAndNeverIds() throws Exception {
        String shown = shown(tokens("x".repeat(200)), "token_infos", 100);
        assertTrue(shown.contains(ID) && shown.contains("…"), shown);
        assertTrue(shown.lines().allMatch(line -> line.length() <= 100), shown);
        assertTrue(shown(tokens("x".repeat(200)), "token_infos", 40).contains(ID));
    }

    @Test
    void whereThereIsNoTerminalNothingIsCut() throws Exception {
        assertTrue(shown(tokens("x".repeat(2000)), "token_infos", 0).contains("x".repeat(2000)));
    }

    @Test
    void textsOfOthersDoNotSteerTheTerminal() throws Exception {
        String shown = shown(tokens("a\\u001b[2Jb\\nc"), "token_infos", 0);
        assertFalse(shown.contains("\u001b"), shown);
        assertEquals(2, shown.lines().count(), shown);
    }

    @Test
    void anEmptyListIsSaidToBeEmpty() throws Exception {
        assertEquals("The list is empty.\n", shown("{\"scopes\": []}", "scopes", 0));
    }

    @Test
    void listsOfTextsAreColumnsAndTextsAloneAreLines() throws Exception {
        assertEquals(
                "principal  privileges\nusers      SELECT, MODIFY\n",
                shown("{\"a\": [{\"privileges\": [\"SELECT\", \"MODIFY\"], \"principal\": \"users\"}]}", "a", 0));
        assertEquals("one\ntwo\n", shown("{\"names\": [\"one\", \"two\"]}", "names", 0));
    }

    @Test
    void whatLiesDeeperInAnObjectIsNamedByTheWayToIt() throws Exception {
        assertEquals(
                "token_info.token_id  7\nmembers[0].value     a\n",
                shown(
                        "{\"token_info\": {\"token_id\": \"7\"}, \"members\": [{\"value\": \"a\"}], \"none\": []}",
                        "",
                        0));
    }
}
