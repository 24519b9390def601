package dev.tarn.app;

import picocli.CommandLine.IVersionProvider;

/** This build's version. */
final class Version implements IVersionProvider {
    static final String TEXT = "Tarn 0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {TEXT, "Java " + Runtime.version()};
    }
}
