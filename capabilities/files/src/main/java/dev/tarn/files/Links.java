package dev.tarn.files;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.files.internal.TicketSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signed links: whoever holds one may do one thing with one file, without signing in, until it expires. Its maker's rights are asked when
 * it is made and again when it is used, so that a right that was revoked, or a person who left, ends it early. The key lives as long as
 * the process.
 */
public final class Links {
    /** What a link allows, each with one HTTP method. */
    public enum Use {
        DOWNLOAD("GET"),
        UPLOAD("PUT"),
        UPLOAD_PART("PUT"),
        DELETE("DELETE"),
        ABORT_UPLOAD("DELETE");

        private final String method;

        Use(String method) {
            this.method = method;
        }
    }

    /**
     * What a link is for.
     *
     * @param upload token of the upload in parts, for its part or its end
     * @param part number of the part, 0 where there is none
     */
    public record Grant(Use use, RemotePath path, String upload, int part) {
        public static Grant of(Use use, RemotePath path) {
            return new Grant(use, path, "", 0);
        }
    }

    /** A link that was presented: in whose name, and for what. */
    public record Presented(Caller caller, Grant grant) {}

    private final Files files;
    private final Uploads uploads;
    private final Standing standing;
    private final Clocks clocks;
    private final Duration longest;
    private final TicketSigner signer = new TicketSigner();

    Links(Files files, Uploads uploads, Standing standing, Clocks clocks, Duration longest) {
        this.files = files;
        this.uploads = uploads;
        this.standing = standing;
        this.clocks = clocks;
        this.longest = longest;
    }

    /**
     * Makes a link's ticket for a caller who could do the same without it.
     *
     * @param until when it is to expire; it does so within an hour in any case
     */
    public String ticket(Caller caller, Grant grant, Optional<Instant> until) {
        switch (grant.use()) {
            case DOWNLOAD -> files.stat(caller, grant.path());
            case UPLOAD -> files.requireWritable(caller, grant.path(), true);
            case DELETE -> files.find(caller, grant.path(), true);
            case UPLOAD_PART, ABORT_UPLOAD -> uploads.require(caller, grant.upload(), grant.path());
        }
        Instant latest = clocks.now(caller).plus(longest);
        Instant expires = until.filter(latest::isAfter).orElse(latest);
        return signer.sign(Map.of(
                "w", caller.workspace().toString(),
                "m", caller.metastore(),
                "p", caller.principal().id(),
                "use", grant.use().name(),
                "path", grant.path().text(),
                "upload", grant.upload(),
                "part", Integer.toString(grant.part()),
                "expires", Long.toString(expires.toEpochMilli())));
    }

    /**
     * Recognises a link.
     *
     * @throws AppException PERMISSION_DENIED if it is not ours, for another method, or its maker is gone; see {@link #hasExpired}
     */
    public Presented present(String ticket, String method, RequestInfo request) {
        Map<String, String> claims = signer.read(ticket).orElseThrow(FilesErrors::badLink);
        WorkspaceId workspace = new WorkspaceId(Long.parseLong(claim(claims, "w")));
        Use use = Use.valueOf(claim(claims, "use"));
        if (!use.method.equals(method)) {
            throw FilesErrors.linkForAnother();
        }
        if (!clocks.now(workspace).isBefore(Instant.ofEpochMilli(Long.parseLong(claim(claims, "expires"))))) {
            throw FilesErrors.linkExpired();
        }
        Caller bearer = new Caller(
                Principal.SYSTEM,
                Set.of(),
                workspace,
                claim(claims, "m"),
                false,
                new Authentication(Authentication.Method.TOKEN, "signed-link"),
                request);
        Caller maker = standing.of(bearer, claim(claims, "p")).orElseThrow(FilesErrors::badLink);
        return new Presented(
                maker,
                new Grant(
                        use,
                        RemotePath.parse(claim(claims, "path")),
                        claim(claims, "upload"),
                        Integer.parseInt(claim(claims, "part"))));
    }

    private static String claim(Map<String, String> claims, String name) {
        return Optional.ofNullable(claims.get(name)).orElseThrow(FilesErrors::badLink);
    }

    /** Whether a refusal says that a link's time is over, which clients answer by asking for a new one. */
    public static boolean hasExpired(AppException refusal) {
        return refusal.message().equals(FilesErrors.linkExpired().message());
    }
}
