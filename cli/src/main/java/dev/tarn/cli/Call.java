package dev.tarn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent to one operation.
 *
 * @param upload the file that is the body, where the operation takes one; {@code -} is standard input
 */
record Call(ObjectNode body, Map<String, String> path, Map<String, List<String>> query, Optional<String> upload) {
    static Call of(Map<String, String> path) {
        return new Call(Client.JSON.createObjectNode(), path, Map.of(), Optional.empty());
    }

    Incoming incoming() {
        return new Incoming(
                body.isEmpty() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8), path, query);
    }

    Call withQuery(String name, String value) {
        Map<String, List<String>> more = new HashMap<>(query);
        more.put(name, List.of(value));
        return new Call(body, path, more, upload);
    }

    Call withBody(String name, String value) {
        return new Call(body.deepCopy().put(name, value), path, query, upload);
    }

    InputStream file() throws IOException {
        String name = upload.orElseThrow(() -> new IllegalArgumentException("A file is needed; see --help."));
        if (name.equals("-")) {
            return System.in;
        }
        Path path = Path.of(name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IllegalArgumentException("The file '" + name + "' cannot be read.");
        }
        return Files.newInputStream(path);
    }
}
