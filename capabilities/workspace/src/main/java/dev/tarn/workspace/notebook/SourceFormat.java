package dev.tarn.workspace.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notebooks as source files, in the vendor's form: a first line that says so, cells between {@code COMMAND ----------} marks, magic
 * cells behind {@code MAGIC}, titles as {@code DBTITLE}. Reading what was written gives the same cells, except for a cell whose own
 * text has a line that looks like a mark: it comes back with the magic of its language in front.
 */
public final class SourceFormat {
    private static final Pattern TITLE = Pattern.compile("DBTITLE ([01]),(.*)");

    private SourceFormat() {}

    /** Whether a text begins the way notebooks do, and in which language. */
    public static Optional<Language> detect(String text) {
        String first = text.lines().findFirst().orElse("").stripTrailing();
        for (Language language : Language.values()) {
            if (first.equals(language.header())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The text with the line that makes it a notebook, which files from outside may lack. */
    public static String withHeader(Language language, String text) {
        return text.startsWith(language.header()) ? text : language.header() + "\n" + text;
    }

    public static Notebook read(Language language, String source) {
        String text = source.replace("\r\n", "\n");
        if (text.startsWith(language.header())) {
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
        }
        boolean finalNewline = text.endsWith("\n");
        if (finalNewline) {
            text = text.substring(0, text.length() - 1);
        }
        String mark = language.comment() + " COMMAND ----------";
        List<Cell> cells = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean afterMark = false;
        for (String line : text.split("\n", -1)) {
            if (line.stripTrailing().equals(mark)) {
                dropLastBlank(open);
                cells.add(cell(language, open));
                open = new ArrayList<>();
                afterMark = true;
            } else if (afterMark && line.isEmpty()) {
                afterMark = false;
            } else {
                afterMark = false;
                open.add(line);
            }
        }
        cells.add(cell(language, open));
        return new Notebook(language, cells, finalNewline && !endsInMark(language, open, cells.size()));
    }

    public static String write(Notebook notebook) {
        Language language = notebook.language();
        StringBuilder text = new StringBuilder(language.header()).append('\n');
        String between = "\n\n" + language.comment() + " COMMAND ----------\n\n";
        for (int i = 0; i < notebook.cells().size(); i++) {
            text.append(i == 0 ? "" : between);
            append(text, language, notebook.cells().get(i));
        }
        return text.append(notebook.finalNewline() ? "\n" : "").toString();
    }

    private static void append(StringBuilder text, Language language, Cell cell) {
        String comment = language.comment();
        cell.title()
                .ifPresent(title -> text.append(comment)
                        .append(" DBTITLE ")
                        .append(cell.titleShown() ? 1 : 0)
                        .append(',')
                        .append(title.replaceAll("\\R", " "))
                        .append('\n'));
        String body = cell.text();
        boolean magic = cell.isMagic();
        if (!magic && looksLikeMarks(language, body)) {
            body = "%" + language.lowerName() + "\n" + body;
            magic = true;
        }
        if (!magic) {
            text.append(body);
            return;
        }
        String[] lines = body.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            text.append(i == 0 ? "" : "\n").append(comment).append(" MAGIC");
            text.append(lines[i].isEmpty() ? "" : " ").append(lines[i]);
        }
    }

    private static boolean looksLikeMarks(Language language, String body) {
        String comment = language.comment();
        return body.lines()
                .anyMatch(line -> line.startsWith(comment + " MAGIC")
                        || line.startsWith(comment + " DBTITLE ")
                        || line.startsWith(comment + " COMMAND ----------"));
    }

    /** Whether the last cell is empty: then the line break before it belongs to the mark or the title. */
    private static boolean endsInMark(Language language, List<String> last, int cells) {
        return last.isEmpty()
                ? cells > 1
                : last.size() == 1 && last.get(0).startsWith(language.comment() + " DBTITLE ");
    }

    private static void dropLastBlank(List<String> lines) {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static Cell cell(Language language, List<String> lines) {
        String comment = language.comment() + " ";
        Optional<Matcher> title = lines.stream()
                .findFirst()
                .filter(line -> line.startsWith(comment))
                .map(line -> TITLE.matcher(line.substring(comment.length())))
                .filter(Matcher::matches);
        List<String> body = title.isPresent() ? lines.subList(1, lines.size()) : lines;
        boolean magic = !body.isEmpty() && isMagicLine(comment, body.get(0));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(magic ? unmarked(comment, body.get(i)) : body.get(i));
        }
        Cell cell = Cell.of(text.toString());
        return title.map(found -> cell.titled(found.group(2), found.group(1).equals("1")))
                .orElse(cell);
    }

    private static boolean isMagicLine(String comment, String line) {
        return line.equals(comment + "MAGIC") || line.startsWith(comment + "MAGIC ");
    }

    private static String unmarked(String comment, String line) {
        if (!isMagicLine(comment, line)) {
            return line;
        }
        String rest = line.substring((comment + "MAGIC").length());
        return rest.isEmpty() ? "" : rest.substring(1);
    }
}
