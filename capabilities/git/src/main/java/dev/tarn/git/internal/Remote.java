package dev.tarn.git.internal;

import dev.tarn.core.AppException;
import dev.tarn.git.GitErrors;
import dev.tarn.git.RemoteUrl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** Calls of one clone to where it was cloned from, within the limits of time and size. No transaction may be open. */
public final class Remote {
    private static final List<RefSpec> EVERYTHING =
            List.of(new RefSpec("+refs/heads/*:refs/remotes/origin/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    private final Clone clone;
    private final RemoteUrl url;
    private final Optional<Login> login;

    public Remote(Clone clone, RemoteUrl url, Optional<Login> login) {
        this.clone = clone;
        this.url = url;
        this.login = login;
    }

    /**
     * Brings every branch and tag, and forgets those that are gone.
     *
     * @return the branch that the host calls its first; empty for a repository that has none
     * @throws AppException GIT_REMOTE_ERROR, RESOURCE_LIMIT_EXCEEDED
     */
    public Optional<String> fetch() {
        return call(false, (transport, limits) -> {
            transport.setRemoveDeletedRefs(true);
            FetchResult result = transport.fetch(limits, EVERYTHING, Constants.HEAD);
            limits.check();
            return firstBranch(result);
        });
    }

    /** Sends a commit to a branch, which must be an ancestor of it, or not be there. */
    public void push(String branch, String commit) {
        call(true, (transport, limits) -> {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    clone.repository(),
                    Constants.R_HEADS + branch,
                    ObjectId.fromString(commit),
                    Constants.R_HEADS + branch,
                    false,
                    null,
                    clone.remoteBranch(branch).map(Clone::id).orElse(ObjectId.zeroId()));
            transport.push(limits, List.of(update));
            switch (update.getStatus()) {
                case OK, UP_TO_DATE -> clone.setRemoteBranch(branch, commit);
                default ->
                    throw GitErrors.pushRejected(
                            branch,
                            update.getMessage() == null
                                    ? update.getStatus()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ')
                                    : plain(update.getMessage()));
            }
            return Optional.empty();
        });
    }

    private interface Call {
        Optional<String> with(Transport transport, Limits limits) throws IOException;
    }

    private Optional<String> call(boolean push, Call work) {
        Limits limits = new Limits(clone.repository().getDirectory().toPath(), clone.config());
        try (Transport transport = open()) {
            transport.setTimeout(
                    Math.toIntExact(Math.max(1, clone.config().timeout().toSeconds())));
            transport.setTagOpt(TagOpt.NO_TAGS);
            login.ifPresent(transport::setCredentialsProvider);
            Optional<String> answer = work.with(transport, limits);
            if (limits.tooLarge()) {
                throw tooLarge();
            }
            return answer;
        } catch (AppException e) {
            throw e;
        } catch (IOException | URISyntaxException e) {
            throw limits.tooLarge() ? tooLarge() : failure(e, push, limits.tooLong());
        }
    }

    private Transport open() throws URISyntaxException, NotSupportedException, TransportException {
        if (url.host().isEmpty()
                && !RepositoryCache.FileKey.isGitRepository(Path.of(url.text()).toFile(), FS.DETECTED)) {
            throw new NoRemoteRepositoryException(new URIish(url.text()), "not a bare repository");
        }
        Transport transport = Transport.open(clone.repository(), new URIish(url.text()));
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(new HostConnections(url));
        } else if (url.host().isPresent()) {
            throw new NotSupportedException("no transport for " + url.text());
        }
        return transport;
    }

    private AppException tooLarge() {
        return GitErrors.tooLarge(
                "The repository has more than %d bytes with its history"
                        .formatted(clone.config().mostCloneBytes()),
                "tarn.git.max-clone-bytes");
    }

    private AppException failure(Exception failed, boolean push, boolean tooLong) {
        if (tooLong) {
            return GitErrors.remote("The git host took longer than %s, so that the call was ended. Try again later."
                    .formatted(clone.config().timeout()));
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeObjectInPackException) {
                return GitErrors.tooLarge("The repository holds a file of more than 100 MiB", "nothing: that is fixed");
            }
            if (cause instanceof NoRemoteRepositoryException) {
                return GitErrors.remote(
                        "There is no repository at %s, or the credential may not read it. Check 'url' and the git credential."
                                .formatted(url.text()));
            }
        }
        String message = plain(String.valueOf(failed.getMessage()));
        if (message.contains("not authorized")
                || message.contains("Authentication is required")
                || message.contains("not permitted")) {
            return GitErrors.remote(
                    "The git host did not let %s. Create a git credential for its provider whose token may do that, or name it in 'git_credential_id'."
                            .formatted(push ? "the commits in" : "you read the repository"));
        }
        return GitErrors.remote(
                "The git host could not be worked with: %s. Check 'url' and the server's network.".formatted(message));
    }

    private static Optional<String> firstBranch(FetchResult result) {
        Ref head = result.getAdvertisedRef(Constants.HEAD);
        if (head == null) {
            return Optional.empty();
        }
        if (head.isSymbolic()) {
            return branch(head.getTarget());
        }
        return result.getAdvertisedRefs().stream()
                .filter(ref -> ref.getName().startsWith(Constants.R_HEADS)
                        && ref.getObjectId() != null
                        && ref.getObjectId().equals(head.getObjectId()))
                .findFirst()
                .flatMap(Remote::branch);
    }

    private static Optional<String> branch(Ref ref) {
        return ref.getName().startsWith(Constants.R_HEADS)
                ? Optional.of(ref.getName().substring(Constants.R_HEADS.length()))
                : Optional.empty();
    }

    private static String plain(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
