package dev.tarn.workspace.notebook;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notebooks as web pages to read, which carry the notebook itself the way the vendor's do, so that they can be imported again. The
 * page runs nothing and loads nothing.
 */
public final class HtmlFormat {
    private static final Pattern MODEL =
            Pattern.compile("__DATABRICKS_NOTEBOOK_MODEL\\s*=\\s*['\"]([A-Za-z0-9+/=]+)['\"]");

    private HtmlFormat() {}

    public static String write(Notebook notebook, String name) {
        String model = URLEncoder.encode(ModelFormat.write(notebook, name), StandardCharsets.UTF_8)
                .replace("+", "%20");
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(escaped(name))
                .append("</title>\n<style>body{font-family:sans-serif;margin:2rem auto;max-width:60rem}")
                .append("pre{background:#f6f7f9;padding:.75rem;overflow:auto}</style>\n</head>\n<body>\n<h1>")
                .append(escaped(name))
                .append("</h1>\n");
        for (Cell cell : notebook.cells()) {
            cell.title()
                    .filter(title -> cell.titleShown())
                    .ifPresent(
                            title -> page.append("<h3>").append(escaped(title)).append("</h3>\n"));
            page.append("<pre>").append(escaped(cell.text())).append("</pre>\n");
        }
        return page.append("<script>var __DATABRICKS_NOTEBOOK_MODEL = '")
                .append(Base64.getEncoder().encodeToString(model.getBytes(StandardCharsets.US_ASCII)))
                .append("';</script>\n</body>\n</html>\n")
                .toString();
    }

    /** @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE if the page carries no notebook */
    public static Notebook read(String page) {
        Matcher model = MODEL.matcher(page);
        if (!model.find()) {
            throw NotebookErrors.notHtml();
        }
        try {
            String encoded = new String(Base64.getDecoder().decode(model.group(1)), StandardCharsets.US_ASCII);
            return ModelFormat.read(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw NotebookErrors.notHtml();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
