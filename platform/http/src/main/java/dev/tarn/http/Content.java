package dev.tarn.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What an answer carries. */
public sealed interface Content {
    /** Bytes in memory; the server compresses them for clients that ask. */
    record Bytes(byte[] bytes) implements Content {}

    /** A stretch of a file, sent from disk without taking heap. */
    record Part(Path path, long offset, long length) implements Content {}

    /**
     * Written while it is sent, without taking heap. If the writer fails, or writes less than it said, the client sees the connection
     * break: an answer that is cut never looks whole.
     *
     * @param length if known; then it is what the client is told
     */
    record Stream(OptionalLong length, Writer writer) implements Content {}

    /** Writes an answer's content; blocking. */
    @FunctionalInterface
    interface Writer {
        /**
         * @param out waits while the client is slow, and throws when it is gone
         */
        void write(OutputStream out) throws IOException;
    }
}
