package dev.tarn.workspace.notebook;

import java.util.List;

/**
 * A notebook: cells and the language they are in.
 *
 * @param finalNewline whether its source file ends in a line break, which belongs to no cell
 */
public record Notebook(Language language, List<Cell> cells, boolean finalNewline) {
    public Notebook {
        cells = List.copyOf(cells);
    }
}
