package dev.tarn.sql.rest;

import dev.tarn.core.AppException;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.sql.ResultFile;
import dev.tarn.sql.Statements;
import java.time.Instant;

/** Answers signed links to result files, without a caller. */
final class ResultLinks {
    private ResultLinks() {}

    static Response answer(Statements statements, Request request) {
        ResultFile file = statements.file(
                request.variable("statement"),
                (int) number(request.variable("chunk"), 9),
                Instant.ofEpochMilli(number(request.query("expires").orElse(""), 15)),
                request.query("signature").orElse(""));
        return Response.file(file.format().mediaType(), file.file(), 0, file.bytes())
                .withHeader("Cache-Control", "private, no-store");
    }

    private static long number(String text, int digits) {
        if (text.isEmpty() || text.length() > digits || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw AppException.denied("This link is not complete. Ask for the chunk again.");
        }
        return Long.parseLong(text);
    }
}
