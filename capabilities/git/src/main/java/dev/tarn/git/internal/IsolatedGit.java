package dev.tarn.git.internal;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit without the git configuration of the machine and of the user who runs the server: hooks, URL rewriting, proxies, credential
 * stores and switched-off certificate checks there must not decide what the server does. Nothing is written there either.
 */
final class IsolatedGit extends SystemReader.Delegate {
    IsolatedGit(SystemReader machine) {
        super(machine);
    }

    /** Makes this process's JGit such a one, once. */
    static void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof IsolatedGit)) {
            SystemReader.setInstance(new IsolatedGit(present));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /** An empty configuration that stays so. */
    private static final class NoConfig extends FileBasedConfig {
        NoConfig(@Nullable Config parent, FS fs) {
            super(parent, new File("no-git-configuration"), fs);
        }

        @Override
        public void load() {
            // there is nothing to read
        }

        @Override
        public void save() {
            // and nothing is written
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
