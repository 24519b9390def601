package dev.tarn.git.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.git.FileChange;
import dev.tarn.git.GitBranch;
import dev.tarn.git.GitBranches;
import dev.tarn.git.GitChanges;
import dev.tarn.git.GitFolder;
import dev.tarn.git.GitModule;
import dev.tarn.git.GitStatus;
import dev.tarn.http.Dialect;
import dev.tarn.http.JsonFields;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Route;
import dev.tarn.http.Routes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Our own small API of git folders, for what the vendor's web app does without a public one: status, diff, branches, commit, pull. */
final class GitExtras {
    private static final String BASE = "/api/tarn/v1/git/folders/{id}/";

    private final GitModule room;

    GitExtras(GitModule room) {
        this.room = room;
    }

    void register(Routes routes) {
        add(routes, "GET", "status", this::status);
        add(routes, "GET", "diff", this::diff);
        add(routes, "GET", "branches", this::branches);
        add(routes, "POST", "branches", this::createBranch);
        add(routes, "POST", "fetch", this::fetch);
        add(routes, "POST", "pull", this::pull);
        add(routes, "POST", "push", this::push);
        add(routes, "POST", "commit", this::commit);
        add(routes, "POST", "discard", this::discard);
    }

    private static void add(Routes routes, String method, String path, Route.Handler handler) {
        routes.route(method, BASE + path, Dialect.DATABRICKS, "git." + path, handler);
    }

    private Response status(Caller caller, Request request) {
        GitStatus status = room.changes().status(caller, id(request));
        Map<String, Object> body = body(status.folder());
        body.put("changes", status.changes().stream().map(GitExtras::body).toList());
        body.put("colliding", status.colliding());
        body.put("ahead", status.ahead());
        body.put("behind", status.behind());
        return json(body);
    }

    private Response diff(Caller caller, Request request) {
        String path = request.query("path")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> AppException.invalid("'path' is missing: send that of a file in the repository."));
        GitChanges.FileDiff diff = room.changes().diff(caller, id(request), path);
        Map<String, Object> body = body(diff.change());
        body.put("binary", diff.text().isEmpty());
        diff.text().ifPresent(text -> body.put("diff", text));
        return json(body);
    }

    private Response branches(Caller caller, Request request) {
        return branches(room.branches().list(caller, id(request)));
    }

    private Response createBranch(Caller caller, Request request) {
        return json(
                body(room.branches().create(caller, id(request), fields(request).required("name"))));
    }

    private Response fetch(Caller caller, Request request) {
        return branches(room.branches().fetch(caller, id(request), credential(fields(request))));
    }

    private Response pull(Caller caller, Request request) {
        JsonFields fields = fields(request);
        GitBranches.PullMode mode = switch (fields.text("mode").orElse("ff-only")) {
            case "ff-only" -> GitBranches.PullMode.FF_ONLY;
            case "merge" -> GitBranches.PullMode.MERGE;
            default -> throw AppException.invalid("'mode' must be ff-only or merge.");
        };
        GitBranches.Pulled pulled = room.branches().pull(caller, id(request), mode, credential(fields));
        Map<String, Object> body = body(pulled.folder());
        body.put("state", pulled.state().name());
        return json(body);
    }

    private Response push(Caller caller, Request request) {
        return json(body(room.branches().push(caller, id(request), credential(fields(request)))));
    }

    private Response commit(Caller caller, Request request) {
        JsonFields fields = fields(request);
        return json(body(room.changes()
                .commit(
                        caller,
                        id(request),
                        new GitChanges.Commit(
                                fields.required("message"),
                                paths(fields),
                                fields.flag("push").orElse(true),
                                credential(fields)))));
    }

    private Response discard(Caller caller, Request request) {
        return json(body(room.changes().discard(caller, id(request), paths(fields(request)))));
    }

    private static Response branches(List<GitBranch> branches) {
        return json(Map.of("branches", branches.stream().map(GitExtras::body).toList()));
    }

    private static Map<String, Object> body(GitFolder folder) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", folder.id());
        body.put("path", folder.path());
        body.put("url", folder.url());
        body.put("provider", folder.provider());
        folder.branch().ifPresent(branch -> body.put("branch", branch));
        folder.head().ifPresent(head -> body.put("head_commit_id", head));
        return body;
    }

    private static Map<String, Object> body(FileChange change) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("path", change.path());
        body.put("change", change.kind().name());
        body.put("conflicting", change.conflicting());
        return body;
    }

    private static Map<String, Object> body(GitBranch branch) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", branch.name());
        body.put("current", branch.current());
        branch.local().ifPresent(commit -> body.put("head_commit_id", commit));
        branch.remote().ifPresent(commit -> body.put("remote_commit_id", commit));
        return body;
    }

    private static long id(Request request) {
        try {
            return Long.parseLong(request.variable("id"));
        } catch (NumberFormatException e) {
            throw AppException.invalid("The id of a git folder is a whole number.");
        }
    }

    private static Optional<Long> credential(JsonFields fields) {
        return fields.number("git_credential_id");
    }

    private static Optional<Set<String>> paths(JsonFields fields) {
        if (!fields.json().hasNonNull("paths")) {
            return Optional.empty();
        }
        Set<String> named = new LinkedHashSet<>(fields.texts("paths"));
        if (named.isEmpty()) {
            throw AppException.invalid("'paths' names no path in the repository. Leave it out for every change.");
        }
        return Optional.of(named);
    }

    private static JsonFields fields(Request request) {
        return JsonFields.of(request.body(), Map.of());
    }

    private static Response json(Map<String, ?> body) {
        return Response.json(Json.write(body));
    }
}
