package dev.tarn.git;

import dev.tarn.access.Audit;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Secret;
import dev.tarn.core.SecretBox;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.git.internal.CredentialStore;
import dev.tarn.git.internal.CredentialStore.Sealed;
import dev.tarn.git.internal.Login;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People's tokens at git hosts. Everybody keeps their own and sees no others'; administrators have no more rights here. A token is
 * sealed before it reaches the store, is never shown again, and is sent to hosts of its provider alone.
 */
public final class GitCredentials {
    static final String AUDIT = "gitCredentials";
    private static final int MOST = 100;
    private static final int LONGEST_TOKEN = 10_000;
    private static final int LONGEST_TEXT = 255;
    private static final int BATCH = 200;

    /**
     * What somebody says of a credential; empty leaves what is there.
     *
     * @param provider by the vendor's name
     * @param token personal access token
     */
    public record Wanted(
            Optional<String> provider,
            Optional<Secret> token,
            Optional<String> name,
            Optional<String> username,
            Optional<String> email,
            Optional<Boolean> isDefault) {}

    private final Database db;
    private final Audit audit;
    private final Clocks clocks;
    private final SecretBox box;
    private final CredentialStore store = new CredentialStore();

    GitCredentials(Database db, Audit audit, Clocks clocks, SecretBox box) {
        this.db = db;
        this.audit = audit;
        this.clocks = clocks;
        this.box = box;
    }

    /**
     * Keeps a token. The first of a provider is its default.
     *
     * @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE, RESOURCE_LIMIT_EXCEEDED
     */
    public GitCredential create(Caller caller, Wanted wanted) {
        GitProvider provider = provider(wanted.provider().orElse(""));
        Secret token = wanted.token()
                .orElseThrow(() -> AppException.invalid(
                        "'personal_access_token' is missing. Make one at the git host, and send it."));
        check(wanted);
        GitCredential made = db.write(tx -> {
            List<GitCredential> mine = store.list(tx, caller);
            if (mine.size() >= MOST) {
                throw GitErrors.tooMany("git credentials of one user", MOST);
            }
            boolean first = mine.stream().noneMatch(other -> other.provider() == provider);
            GitCredential credential = new GitCredential(
                    Ids.numeric(),
                    caller.principal().id(),
                    provider,
                    wanted.name(),
                    wanted.username(),
                    wanted.email(),
                    first || wanted.isDefault().orElse(false));
            store.insert(tx, caller, credential, seal(credential.id(), token), clocks.now(caller));
            if (credential.isDefault()) {
                store.makeDefault(tx, caller, credential);
            }
            return credential;
        });
        audit.record(caller, AUDIT, "createGitCredential", String.valueOf(made.id()), audited(provider), "");
        return made;
    }

    /** The caller's own, in the order in which they were made. */
    public List<GitCredential> list(Caller caller) {
        return db.read(tx -> store.list(tx, caller));
    }

    public GitCredential get(Caller caller, long id) {
        return db.read(tx -> own(tx, caller, id));
    }

    /** Changes what is said. Another provider needs another token, as one host's token is not for the next. */
    public GitCredential update(Caller caller, long id, Wanted wanted) {
        Optional<GitProvider> provider = wanted.provider().map(GitCredentials::provider);
        check(wanted);
        GitCredential changed = db.write(tx -> {
            GitCredential old = own(tx, caller, id);
            if (provider.filter(other -> other != old.provider()).isPresent()
                    && wanted.token().isEmpty()) {
                throw AppException.invalid("Another 'git_provider' needs a 'personal_access_token' of that provider.");
            }
            GitCredential credential = new GitCredential(
                    id,
                    old.principalId(),
                    provider.orElse(old.provider()),
                    wanted.name().or(old::name),
                    wanted.username().or(old::username),
                    wanted.email().or(old::email),
                    wanted.isDefault().orElse(old.isDefault()));
            store.update(tx, credential);
            wanted.token().ifPresent(token -> store.seal(tx, id, seal(id, token)));
            if (credential.isDefault()) {
                store.makeDefault(tx, caller, credential);
            }
            return credential;
        });
        audit.record(caller, AUDIT, "updateGitCredential", String.valueOf(id), audited(changed.provider()), "");
        return changed;
    }

    public void delete(Caller caller, long id) {
        db.change(tx -> store.delete(tx, own(tx, caller, id)));
        audit.record(caller, AUDIT, "deleteGitCredential", String.valueOf(id), Map.of(), "");
    }

    /** Nobody keeps credentials for somebody else. */
    public void requireOwn(Caller caller, Optional<Long> principalId) {
        if (principalId
                .filter(id -> !String.valueOf(id).equals(caller.principal().id()))
                .isPresent()) {
            throw GitErrors.notYourPrincipal();
        }
    }

    /**
     * What the caller signs in with at a repository's host.
     *
     * @param id a credential of the caller's; empty for the default of the provider, which need not be there
     */
    Optional<Login> login(Caller caller, RemoteUrl url, String providerName, Optional<Long> id) {
        Optional<GitCredential> credential = credential(caller, providerName, id);
        if (url.host().isEmpty() || credential.isEmpty()) {
            return Optional.empty();
        }
        String host = url.host().get();
        GitCredential used = credential.get();
        if (!used.provider().owns(host)) {
            throw GitErrors.providerMismatch(used.provider(), host);
        }
        String sealed = db.read(tx -> store.sealed(tx, used).orElseThrow(() -> GitErrors.noCredential(used.id())));
        Secret token = new Secret(new String(box.open(sealed, context(used.id())), StandardCharsets.UTF_8));
        return Optional.of(new Login(
                host, url.port(), used.username().orElse(used.provider().standardUser()), token));
    }

    /** The credential that a call goes by, for its author as well. */
    Optional<GitCredential> credential(Caller caller, String providerName, Optional<Long> id) {
        if (id.isPresent()) {
            return Optional.of(get(caller, id.get()));
        }
        return list(caller).stream()
                .filter(mine -> mine.isDefault() && mine.provider().wireName().equals(providerName))
                .findFirst();
    }

    void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
    }

    int sealAgain() {
        int count = 0;
        long last = 0;
        while (true) {
            long from = last;
            List<Sealed> batch = db.read(tx -> store.after(tx, from, BATCH));
            if (batch.isEmpty()) {
                return count;
            }
            List<Sealed> old = batch.stream()
                    .filter(entry -> !box.isCurrent(entry.sealed()))
                    .toList();
            db.change(tx -> old.forEach(entry -> store.replace(
                    tx, entry, box.seal(box.open(entry.sealed(), context(entry.id())), context(entry.id())))));
            count += old.size();
            last = batch.get(batch.size() - 1).id();
        }
    }

    static GitProvider provider(String name) {
        return GitProvider.named(name).orElseThrow(() -> GitErrors.noProvider(name));
    }

    private GitCredential own(Tx tx, Caller caller, long id) {
        return store.list(tx, caller).stream()
                .filter(mine -> mine.id() == id)
                .findFirst()
                .orElseThrow(() -> GitErrors.noCredential(id));
    }

    private String seal(long id, Secret token) {
        return box.seal(token.reveal().getBytes(StandardCharsets.UTF_8), context(id));
    }

    private static void check(Wanted wanted) {
        String token = wanted.token().map(Secret::reveal).orElse("token");
        if (token.isBlank() || token.length() > LONGEST_TOKEN || token.chars().anyMatch(Character::isISOControl)) {
            throw AppException.invalid(
                    "'personal_access_token' must be 1 to %d characters without line breaks.".formatted(LONGEST_TOKEN));
        }
        for (Optional<String> text : List.of(wanted.name(), wanted.username(), wanted.email())) {
            if (text.filter(value ->
                            value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl))
                    .isPresent()) {
                throw AppException.invalid(
                        "'name', 'git_username' and 'git_email' hold at most %d characters without line breaks."
                                .formatted(LONGEST_TEXT));
            }
        }
    }

    private static Map<String, String> audited(GitProvider provider) {
        return Map.of("provider", provider.wireName());
    }

    private static String context(long id) {
        return "git/credential/" + id;
    }
}
