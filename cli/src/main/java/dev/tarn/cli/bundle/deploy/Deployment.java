package dev.tarn.cli.bundle.deploy;

import com.databricks.sdk.core.DatabricksError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.sync.LocalFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Deploys a bundle to its target, or takes it away again. Says each step as it is done. */
public final class Deployment {
    private final Api api;
    private final Bundle bundle;
    private final Consumer<String> say;

    /** @param say takes lines for the person at the keyboard */
    public Deployment(Api api, Bundle bundle, Consumer<String> say) {
        this.api = api;
        this.bundle = bundle;
        this.say = say;
    }

    /** @throws BundleException with everything that is wrong with the resources */
    public void check() {
        Resources.of(bundle);
    }

    /** What a deployment would do now. */
    public List<Step> plan() {
        State state = State.read(api, bundle.paths().state());
        return planner(state).plan(Resources.of(bundle));
    }

    /**
     * Deploys: files first, then resources in order, then what the bundle has no more.
     *
     * @param agree is asked once if data would be lost
     * @param force takes the place of a deployment that holds the lock
     */
    public List<Step> deploy(Predicate<List<Step>> agree, boolean force) {
        List<Resource> resources = Resources.of(bundle);
        try (Lock lock = Lock.take(api, bundle.paths().state(), bundle.me().userName(), force)) {
            State state = State.read(api, bundle.paths().state());
            List<Step> steps = planner(state).plan(resources);
            confirm(steps.stream().filter(Step::losesData).toList(), agree);
            new Uploads(api, bundle, state, say).upload(LocalFiles.of(bundle));
            state.write(api, bundle.paths().state());
            for (Step step : steps) {
                perform(step, state);
            }
            return steps;
        }
    }

    /** Deletes every resource and file of the target. */
    public List<Step> destroy(Predicate<List<Step>> agree, boolean force) {
        if (api.find(
                        "/api/2.0/workspace/get-status",
                        java.util.Map.of("path", bundle.paths().root()))
                .isEmpty()) {
            say.accept("Nothing is deployed to this target.");
            return List.of();
        }
        List<Step> steps;
        try (Lock lock = Lock.take(api, bundle.paths().state(), bundle.me().userName(), force)) {
            State state = State.read(api, bundle.paths().state());
            steps = planner(state).plan(List.of());
            confirm(steps, agree);
            for (Step step : steps) {
                perform(step, state);
            }
        }
        api.deletePath(bundle.paths().root(), true);
        return steps;
    }

    /** What is deployed: each resource of the bundle with its id, if it has one. */
    public List<Step> deployed() {
        State state = State.read(api, bundle.paths().state());
        return Resources.of(bundle).stream()
                .map(resource -> new Step(
                        resource.key(),
                        Step.Action.KEEP,
                        state.find(resource.key()).map(State.Entry::id),
                        List.of(),
                        Optional.of(resource),
                        Api.object()))
                .toList();
    }

    private Planner planner(State state) {
        return new Planner(api, state, new Access(api, bundle.me().userName()));
    }

    private static void confirm(List<Step> losing, Predicate<List<Step>> agree) {
        if (!losing.isEmpty() && !agree.test(losing)) {
            throw new BundleException("nothing was changed: "
                    + String.join(", ", losing.stream().map(Step::shortKey).toList())
                    + " would be deleted with the data in it. Say --auto-approve if that is meant.");
        }
    }

    private void perform(Step step, State state) {
        if (step.action() == Step.Action.KEEP) {
            return;
        }
        try {
            if (step.resource().isEmpty()) {
                delete(step, state);
            } else {
                bring(step, step.resource().get(), state);
            }
        } catch (DatabricksError e) {
            Problem problem = Problem.error(
                    "It could not be " + done(step.action()) + ": " + e.getMessage()
                            + (e.getErrorCode() == null ? "" : " (" + e.getErrorCode() + ")"),
                    step.key(),
                    step.resource()
                            .map(Resource::at)
                            .orElseGet(() -> dev.tarn.cli.bundle.config.Position.none("the deployed state")));
            throw new BundleException(problem);
        }
        say.accept(done(step.action()) + " " + step.shortKey());
    }

    private void delete(Step step, State state) {
        Kind kind = Kinds.find(step.shortKey().substring(0, step.shortKey().indexOf('.')))
                .orElseThrow();
        kind.delete(api, step.id().orElseThrow());
        state.remove(step.key());
        state.write(api, bundle.paths().state());
    }

    private void bring(Step step, Resource resource, State state) {
        Planner planner = planner(state);
        ObjectNode wanted = planner.filled(resource.wanted());
        ObjectNode before = state.find(resource.key()).map(State.Entry::made).orElseGet(Api::object);
        String id;
        if (step.action() == Step.Action.UPDATE) {
            id = resource.kind().update(api, step.id().orElseThrow(), wanted);
        } else {
            if (step.action() == Step.Action.RECREATE) {
                resource.kind().delete(api, step.id().orElseThrow());
                state.remove(resource.key());
                state.write(api, bundle.paths().state());
            }
            before = Api.object();
            id = resource.kind().create(api, wanted);
        }
        ObjectNode made = Planner.made(resource, wanted);
        ObjectNode partly = made.deepCopy();
        partly.set("permissions", before.path("permissions"));
        state.put(resource.key(), id, partly);
        state.write(api, bundle.paths().state());
        new Access(api, bundle.me().userName()).apply(resource, id, before);
        state.put(resource.key(), id, made);
        state.write(api, bundle.paths().state());
    }

    private static String done(Step.Action action) {
        return switch (action) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case RECREATE -> "recreated";
            case DELETE -> "deleted";
            case KEEP -> "kept";
        };
    }

    /** Lines of a plan for people. */
    public static List<String> lines(List<Step> steps) {
        List<String> lines = new ArrayList<>();
        for (Step step : steps) {
            if (step.action() == Step.Action.KEEP) {
                continue;
            }
            lines.add("%-9s%s".formatted(step.action().name().toLowerCase(java.util.Locale.ROOT), step.shortKey()));
            step.changes().forEach(change -> lines.add("         " + change));
        }
        long kept =
                steps.stream().filter(step -> step.action() == Step.Action.KEEP).count();
        lines.add("Plan: %d to create, %d to change, %d to recreate, %d to delete, %d unchanged"
                .formatted(
                        count(steps, Step.Action.CREATE),
                        count(steps, Step.Action.UPDATE),
                        count(steps, Step.Action.RECREATE),
                        count(steps, Step.Action.DELETE),
                        kept));
        return lines;
    }

    private static long count(List<Step> steps, Step.Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }
}
