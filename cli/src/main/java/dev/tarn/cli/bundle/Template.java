package dev.tarn.cli.bundle;

import dev.tarn.cli.bundle.config.BundleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A new bundle: a catalog's schema, a volume, a warehouse, grants, and two targets. */
final class Template {
    private static final List<String> FILES =
            List.of("databricks.yml", "resources/lakehouse.yml", "src/tables.sql", "README.md", "gitignore");

    private Template() {}

    static Path write(Path parent, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
            throw new BundleException(
                    "'" + name + "' cannot be a bundle's name: letters, digits and _ only, beginning with a letter.");
        }
        Path folder = parent.resolve(name);
        if (Files.exists(folder)) {
            throw new BundleException(folder + " exists already. Choose another --name or --output-dir.");
        }
        try {
            for (String file : FILES) {
                Path target = folder.resolve(file.equals("gitignore") ? ".gitignore" : file);
                Files.createDirectories(target.getParent());
                Files.writeString(target, text(file).replace("@name@", name));
            }
            return folder;
        } catch (IOException e) {
            throw new BundleException("the bundle cannot be written to " + folder + " (" + e.getMessage() + ").");
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream("/bundle-template/" + file)) {
            if (in == null) {
                throw new IOException("the template is not in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
