package dev.tarn.workspace.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Properties over many random notebooks (the seed is fixed), and what files of others look like. */
class NotebookFormatsTest {
    private static final int ROUNDS = 2_000;
    private static final List<String> LINES = List.of(
            "",
            " ",
            "print('x')",
            "    indented",
            "# a remark",
            "-- a remark",
            "// a remark",
            "%",
            "ünïcödé 🙂",
            "<script>alert('\"&amp;')</script>",
            "trailing space ",
            "\ttab",
            "#MAGIC",
            "# COMMAND",
            "\\n \"quoted\" 'text'");
    private static final List<String> MAGICS = List.of(
            "%md\n",
            "%md ", "%md", "%md-sandbox\n", "%sql\n", "%python\n", "%run ./other", "%pip install x\n", "%sh\n");

    @Test
    void sourceKeepsEveryCell() {
        notebooks(notebook ->
                assertEquals(notebook, SourceFormat.read(notebook.language(), SourceFormat.write(notebook))));
    }

    @Test
    void jupyterKeepsEveryCell() {
        notebooks(notebook -> assertEquals(notebook, JupyterFormat.read(JupyterFormat.write(notebook, "n"))));
    }

    @Test
    void sourceThroughJupyterIsTheSameFile() {
        notebooks(notebook -> {
            String source = SourceFormat.write(notebook);
            Notebook through =
                    JupyterFormat.read(JupyterFormat.write(SourceFormat.read(notebook.language(), source), "n"));
            assertEquals(source, SourceFormat.write(through));
        });
    }

    @Test
    void pagesAndArchivesKeepEveryCell() {
        notebooks(notebook -> {
            assertEquals(notebook, HtmlFormat.read(HtmlFormat.write(notebook, "n<b>")));
            assertEquals(
                    List.of(new ArchiveFormat.Entry("a/n.x", notebook)),
                    ArchiveFormat.read(
                            ArchiveFormat.write(List.of(new ArchiveFormat.Entry("a/n.x", notebook))), 1 << 20));
        });
    }

    @Test
    void outputsSurviveInJupyter() {
        Notebook notebook = new Notebook(
                Language.PYTHON,
                List.of(Cell.of("1").withOutputs(Optional.of("[{\"output_type\":\"stream\",\"text\":[\"1\"]}]"))),
                false);
        assertEquals(notebook, JupyterFormat.read(JupyterFormat.write(notebook, "n")));
    }

    @Test
    void theVendorsSourceIsReadAsItIsMeant() {
        Notebook notebook = SourceFormat.read(Language.PYTHON, """
                # Databricks notebook source
                # MAGIC %md
                # MAGIC # Title
                # MAGIC
                # MAGIC text

                # COMMAND ----------

                # DBTITLE 1,Load it
                df = spark.table("t")
                display(df)

                # COMMAND ----------

                # MAGIC %sql
                # MAGIC SELECT 1
                """);
        assertEquals(
                List.of(
                        Cell.of("%md\n# Title\n\ntext"),
                        Cell.of("df = spark.table(\"t\")\ndisplay(df)").titled("Load it", true),
                        Cell.of("%sql\nSELECT 1")),
                notebook.cells());
        assertTrue(notebook.finalNewline());
    }

    @Test
    void aCellThatLooksLikeMarksStaysOneCell() {
        Notebook notebook = new Notebook(
                Language.PYTHON, List.of(Cell.of("a = 1\n# COMMAND ----------\nb = 2"), Cell.of("# MAGIC x")), false);
        Notebook back = SourceFormat.read(Language.PYTHON, SourceFormat.write(notebook));
        assertEquals(
                List.of(Cell.of("%python\na = 1\n# COMMAND ----------\nb = 2"), Cell.of("%python\n# MAGIC x")),
                back.cells());
    }

    @Test
    void windowsLineEndsAndAMissingHeaderAreRead() {
        assertEquals(
                List.of(Cell.of("a"), Cell.of("b")),
                SourceFormat.read(Language.SQL, "a\r\n\r\n-- COMMAND ----------\r\n\r\nb")
                        .cells());
        assertEquals(Optional.of(Language.SCALA), SourceFormat.detect("// Databricks notebook source\r\nx"));
        assertEquals(Optional.empty(), SourceFormat.detect("print(1)\n# Databricks notebook source"));
    }

    @Test
    void jupyterOfOthersIsRead() {
        Notebook notebook = JupyterFormat.read("""
                {"cells":[{"cell_type":"markdown","metadata":{},"source":["# T\\n","x"]},
                 {"cell_type":"code","execution_count":3,"metadata":{},"outputs":[],"source":"1+1"},
                 {"cell_type":"raw","metadata":{},"source":[]}],
                 "metadata":{"kernelspec":{"language":"R","name":"ir"}},"nbformat":4,"nbformat_minor":5}""");
        assertEquals(Language.R, notebook.language());
        assertEquals(List.of(Cell.of("%md\n# T\nx"), Cell.of("1+1"), Cell.of("%md\n")), notebook.cells());
        assertTrue(Json.readTree(JupyterFormat.write(notebook, "n"))
                .path("cells")
                .get(0)
                .path("cell_type")
                .asText()
                .equals("markdown"));
    }

    @Test
    void whatIsNoNotebookIsRefused() {
        for (String wrong : List.of(
                "",
                "{",
                "[]",
                "{}",
                "{\"nbformat\":3,\"worksheets\":[]}",
                "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"x\"}]}")) {
            assertEquals("INVALID_PARAMETER_VALUE", code(() -> JupyterFormat.read(wrong)), wrong);
        }
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> HtmlFormat.read("<html></html>")));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> HtmlFormat.read("__DATABRICKS_NOTEBOOK_MODEL = 'AAAA'")));
        assertFalse(JupyterFormat.detect("{\"a\": 1}"));
    }

    @Test
    void archivesThatClimbOrExplodeAreRefused() throws IOException {
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> ArchiveFormat.read("not a zip".getBytes(StandardCharsets.UTF_8), 100)));
        byte[] climbing = zip("../../etc/x.python", "{}".getBytes(StandardCharsets.UTF_8));
        assertTrue(message(() -> ArchiveFormat.read(climbing, 100)).contains("leads out"));
        byte[] rooted = zip("/etc/x.python", "{}".getBytes(StandardCharsets.UTF_8));
        assertTrue(message(() -> ArchiveFormat.read(rooted, 100)).contains("relative"));
        byte[] bomb = zip("a.python", new byte[50 << 20]);
        assertTrue(bomb.length < 100_000);
        assertTrue(message(() -> ArchiveFormat.read(bomb, 1 << 20)).contains("more bytes"));
        byte[] other = zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertTrue(message(() -> ArchiveFormat.read(other, 1 << 20)).contains("no notebook"));
    }

    private interface Property {
        void of(Notebook notebook);
    }

    private static void notebooks(Property property) {
        Random random = new Random(20_26);
        for (int i = 0; i < ROUNDS; i++) {
            property.of(notebook(random));
        }
    }

    private static Notebook notebook(Random random) {
        Language language = Language.values()[random.nextInt(Language.values().length)];
        List<Cell> cells = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Cell cell = Cell.of(text(random));
            cells.add(
                    random.nextInt(3) == 0
                            ? cell.titled(random.nextBoolean() ? "A, title" : "§ 2", random.nextBoolean())
                            : cell);
        }
        boolean endsInBlankLine = cells.get(count - 1).text().endsWith("\n");
        return new Notebook(language, cells, endsInBlankLine || random.nextBoolean());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? MAGICS.get(random.nextInt(MAGICS.size())) : "");
        int lines = random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            text.append(i == 0 ? "" : "\n").append(LINES.get(random.nextInt(LINES.size())));
        }
        return text.toString();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static String code(Runnable call) {
        return assertThrows(AppException.class, call::run).code();
    }

    private static String message(Runnable call) {
        return assertThrows(AppException.class, call::run).message();
    }
}
