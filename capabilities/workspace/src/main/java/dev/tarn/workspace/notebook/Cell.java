package dev.tarn.workspace.notebook;

import java.util.Optional;

/**
 * One cell.
 *
 * @param text with its magic, if it has one: {@code %sql\nSELECT 1}; lines end in {@code \n}
 * @param title as shown above the cell; empty if it has none
 * @param titleShown whether the title is shown
 * @param outputs a JSON array in Jupyter's form; source files have none
 */
public record Cell(String text, Optional<String> title, boolean titleShown, Optional<String> outputs) {
    public static Cell of(String text) {
        return new Cell(text, Optional.empty(), false, Optional.empty());
    }

    public Cell titled(String heading, boolean shown) {
        return new Cell(text, Optional.of(heading), shown, outputs);
    }

    Cell withOutputs(Optional<String> json) {
        return new Cell(text, title, titleShown, json);
    }

    /** Whether the first line is a magic command, which makes the whole cell one. */
    boolean isMagic() {
        return text.stripLeading().startsWith("%");
    }
}
