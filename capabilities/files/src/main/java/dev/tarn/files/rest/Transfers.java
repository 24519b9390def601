package dev.tarn.files.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.files.Files;
import dev.tarn.files.RemotePath;
import dev.tarn.http.Content;
import dev.tarn.http.Download;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Files as bodies of requests and answers. */
final class Transfers {
    private Transfers() {}

    /** A file as the request wants it: whole, a range, or not at all because the client has it. */
    static Response download(Files files, Caller caller, RemotePath path, Request request) {
        FileContent content = files.open(caller, path);
        try {
            FileInfo info = content.info();
            Response response = new Download(
                            FilesApi.BYTES,
                            info.bytes(),
                            info.etag(),
                            info.modifiedAt(),
                            (offset, length) -> stretch(content, offset, length))
                    .answer(request);
            if (request.method().equals("HEAD") || !(response.content() instanceof Content.Stream)) {
                content.close();
            }
            return response.withHeader("Content-Disposition", "attachment");
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static Content stretch(FileContent content, long offset, long length) {
        return new Content.Stream(OptionalLong.of(length), out -> {
            try (InputStream in = content.read(offset, length)) {
                in.transferTo(out);
            }
        });
    }

    /**
     * Writes a file from a request's body.
     *
     * @throws IOException from the body, when the client does not send it whole
     */
    static Response upload(Files files, Caller caller, RemotePath path, Request request, InputStream body)
            throws IOException {
        boolean overwrite = request.query("overwrite").map(Transfers::flag).orElse(true)
                && request.header("if-none-match").filter("*"::equals).isEmpty();
        FileInfo written = reading(() -> files.write(caller, path, body, overwrite, ifMatch(request)));
        return Response.empty(204).withHeader("ETag", "\"" + written.etag() + "\"");
    }

    private static Optional<String> ifMatch(Request request) {
        return request.header("if-match").filter(tag -> !tag.equals("*")).map(Transfers::etag);
    }

    /** An etag as our doors have it, without quotes. */
    static String etag(String header) {
        String plain = header.strip();
        return plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }

    static boolean flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw AppException.invalid("'overwrite' is true or false.");
    }

    /** Work that reads a body: what the body throws is for the server to answer. */
    static <T> T reading(Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
