package dev.tarn.workspace.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notebooks as Jupyter files (nbformat 4, jupyter.org). Markdown cells are {@code %md} cells here; titles and the language are in the
 * vendor's metadata keys; what neither has a place for (how the {@code %md} was written, the file's last line break) is in ours.
 */
public final class JupyterFormat {
    private static final String CELL = "application/vnd.databricks.v1+cell";
    private static final String NOTEBOOK = "application/vnd.databricks.v1+notebook";
    private static final String OURS = "tarn";
    private static final String MARKDOWN = "%md\n";
    private static final Pattern MARKDOWN_PREFIX = Pattern.compile("^%md(-sandbox)?(\\s|$)");

    private JupyterFormat() {}

    /** Whether bytes are a Jupyter notebook, rather than any JSON. */
    public static boolean detect(String text) {
        try {
            return text.stripLeading().startsWith("{")
                    && Json.readTree(text).path("nbformat").isInt();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE saying what is wrong */
    public static Notebook read(String text) {
        JsonNode tree;
        try {
            tree = Json.readTree(text);
        } catch (IllegalArgumentException e) {
            throw NotebookErrors.notJupyter("it is not JSON");
        }
        if (tree.path("nbformat").asInt() != 4 || !tree.path("cells").isArray()) {
            throw NotebookErrors.notJupyter("it has no cells of nbformat 4");
        }
        List<Cell> cells = new ArrayList<>();
        for (JsonNode cell : tree.path("cells")) {
            cells.add(cell(cell));
        }
        JsonNode metadata = tree.path("metadata");
        return new Notebook(
                language(metadata),
                cells,
                metadata.path(OURS).path("final_newline").asBoolean(false));
    }

    /** The language that a notebook's metadata states; Python if none does. */
    private static Language language(JsonNode metadata) {
        return Language.named(metadata.path(NOTEBOOK).path("language").asText())
                .or(() -> Language.named(
                        metadata.path("language_info").path("name").asText()))
                .or(() -> Language.named(
                        metadata.path("kernelspec").path("language").asText()))
                .orElse(Language.PYTHON);
    }

    private static Cell cell(JsonNode json) {
        String type = json.path("cell_type").asText();
        if (!type.equals("code") && !type.equals("markdown") && !type.equals("raw")) {
            throw NotebookErrors.notJupyter("a cell has the type '%s'".formatted(type));
        }
        String text = text(json.path("source"));
        JsonNode own = json.path("metadata").path(OURS);
        if (!type.equals("code")) {
            text = own.path("prefix").asText(MARKDOWN) + text;
        }
        JsonNode metadata = json.path("metadata").path(CELL);
        Cell cell = Cell.of(text);
        String title = metadata.path("title").asText("");
        if (!title.isEmpty() || own.path("titled").asBoolean(false)) {
            cell = cell.titled(title, metadata.path("showTitle").asBoolean(false));
        }
        JsonNode outputs = json.path("outputs");
        return cell.withOutputs(
                outputs.isArray() && !outputs.isEmpty() ? Optional.of(outputs.toString()) : Optional.empty());
    }

    /** A text, or a list of lines that carry their line breaks. */
    private static String text(JsonNode source) {
        if (!source.isArray()) {
            return source.asText("");
        }
        StringBuilder text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    /** @param name shown as the notebook's name */
    public static String write(Notebook notebook, String name) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode cells = root.putArray("cells");
        notebook.cells().forEach(cell -> write(cells.addObject(), cell));
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject(NOTEBOOK)
                .put("language", notebook.language().lowerName())
                .put("notebookName", name)
                .putObject("widgets");
        metadata.putObject("language_info").put("name", notebook.language().lowerName());
        if (notebook.finalNewline()) {
            metadata.putObject(OURS).put("final_newline", true);
        }
        root.put("nbformat", 4).put("nbformat_minor", 0);
        return root.toPrettyString();
    }

    private static void write(ObjectNode json, Cell cell) {
        Matcher prefix = MARKDOWN_PREFIX.matcher(cell.text());
        boolean markdown = prefix.find() && cell.outputs().isEmpty();
        json.put("cell_type", markdown ? "markdown" : "code");
        ObjectNode metadata = json.putObject("metadata");
        ObjectNode vendors = metadata.putObject(CELL);
        vendors.put("showTitle", cell.titleShown()).put("title", cell.title().orElse(""));
        ObjectNode ours = JsonNodeFactory.instance.objectNode();
        String text = cell.text();
        if (markdown) {
            text = text.substring(prefix.end());
            if (!prefix.group().equals(MARKDOWN)) {
                ours.put("prefix", prefix.group());
            }
        } else {
            json.putNull("execution_count");
            json.set("outputs", outputs(cell));
        }
        if (cell.title().filter(String::isEmpty).isPresent()) {
            ours.put("titled", true);
        }
        if (!ours.isEmpty()) {
            metadata.set(OURS, ours);
        }
        ArrayNode source = json.putArray("source");
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            source.add(text.substring(from, to));
            from = to;
        }
    }

    private static JsonNode outputs(Cell cell) {
        return cell.outputs().map(Json::readTree).orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}
