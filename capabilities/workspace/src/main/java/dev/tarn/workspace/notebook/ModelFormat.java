package dev.tarn.workspace.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Notebooks as the JSON that lies in Databricks archives and in exported HTML ({@code NotebookV1}). Outputs are not carried. */
final class ModelFormat {
    private ModelFormat() {}

    static String write(Notebook notebook, String name) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", "NotebookV1")
                .put("name", name)
                .put("language", notebook.language().lowerName())
                .put("finalNewline", notebook.finalNewline());
        var commands = root.putArray("commands");
        for (int i = 0; i < notebook.cells().size(); i++) {
            Cell cell = notebook.cells().get(i);
            ObjectNode command = commands.addObject()
                    .put("version", "CommandV1")
                    .put("position", i + 1.0)
                    .put("command", cell.text())
                    .put("showCommandTitle", cell.titleShown());
            cell.title().ifPresent(title -> command.put("commandTitle", title));
        }
        return root.toString();
    }

    /** @throws IllegalArgumentException if this is no notebook */
    static Notebook read(String json) {
        JsonNode root = Json.readTree(json);
        Language language = Language.named(root.path("language").asText())
                .orElseThrow(() -> new IllegalArgumentException("it names no language"));
        if (!root.path("commands").isArray()) {
            throw new IllegalArgumentException("it has no commands");
        }
        List<JsonNode> commands = new ArrayList<>();
        root.path("commands").forEach(commands::add);
        commands.sort(
                Comparator.comparingDouble(command -> command.path("position").asDouble()));
        List<Cell> cells = commands.stream()
                .map(command -> {
                    Cell cell = Cell.of(command.path("command").asText("").replace("\r\n", "\n"));
                    JsonNode title = command.path("commandTitle");
                    return title.isTextual() && !title.asText().isEmpty()
                            ? cell.titled(
                                    title.asText(),
                                    command.path("showCommandTitle").asBoolean(false))
                            : cell;
                })
                .toList();
        return new Notebook(language, cells, root.path("finalNewline").asBoolean(false));
    }
}
