package dev.tarn.app;

import dev.tarn.core.SecretBox;
import dev.tarn.files.FilesConfig;
import dev.tarn.git.GitConfig;
import dev.tarn.identity.IdentityConfig;
import dev.tarn.sql.SqlConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Each room's own settings, out of the server's. */
final class Settings {
    private Settings() {}

    static Path dataDirectory(TarnConfig config) {
        return config.data().map(Path::of).orElseGet(() -> Path.of(System.getProperty("user.home"), ".tarn", "data"));
    }

    static IdentityConfig identity(TarnConfig config) {
        IdentityConfig defaults = IdentityConfig.defaults();
        return new IdentityConfig(
                config.identity().adminEmail(),
                config.identity().maxTokenLifetime(),
                defaults.accessTokenLifetime(),
                defaults.refreshTokenLifetime(),
                defaults.sessionLifetime(),
                defaults.publicClients(),
                config.throwaway(),
                defaults.throwawayIdle());
    }

    static SqlConfig sql(TarnConfig config, DataDirectory data) {
        return SqlConfig.of(
                data.root(),
                config.sql().concurrentStatements(),
                config.sql().statementTimeout(),
                config.sql().resultRetention(),
                config.sql().resultDiskBytes());
    }

    /** What seals secrets at rest, for every room that keeps some. */
    static SecretBox secretBox(TarnConfig config, DataDirectory data) {
        return config.secrets()
                .masterKey()
                .map(SecretBox::withKeys)
                .orElseGet(() -> SecretBox.inFile(data.root().resolve("master.key")));
    }

    static List<String> endpoints(TarnConfig config) {
        return config.storage().s3Endpoints().orElse(List.of()).stream()
                .map(text -> text.toLowerCase(java.util.Locale.ROOT).replaceAll("/+$", ""))
                .toList();
    }

    static FilesConfig files(TarnConfig config, DataDirectory data) {
        return FilesConfig.of(
                data.root(), config.files().dbfsRoot(), config.files().maxFileBytes());
    }

    static GitConfig git(TarnConfig config, DataDirectory data) {
        TarnConfig.Git git = config.git();
        return new GitConfig(
                data.directory("git"),
                git.hosts().orElse(List.of()),
                git.localRoots().orElse(List.of()).stream().map(Path::of).toList(),
                git.maxBranchBytes(),
                git.maxFiles(),
                git.maxCloneBytes(),
                git.timeout());
    }

    static List<Path> localRoots(TarnConfig config, DataDirectory data) {
        List<Path> roots = new ArrayList<>(List.of(data.directory("external")));
        config.storage().localRoots().ifPresent(more -> more.forEach(root -> roots.add(Path.of(root))));
        return roots;
    }
}
