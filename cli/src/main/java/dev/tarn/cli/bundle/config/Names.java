package dev.tarn.cli.bundle.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that the published format has; others are most often misspelt, so they are pointed out. */
final class Names {
    private static final Set<String> TOP = Set.of(
            "bundle",
            "include",
            "workspace",
            "artifacts",
            "resources",
            "targets",
            "environments",
            "variables",
            "sync",
            "permissions",
            "run_as",
            "presets",
            "experimental",
            "scripts",
            "python");
    private static final Map<String, Set<String>> BELOW = Map.of(
            "bundle",
                    Set.of(
                            "name",
                            "databricks_cli_version",
                            "cluster_id",
                            "compute_id",
                            "git",
                            "deployment",
                            "uuid",
                            "engine"),
            "workspace",
                    Set.of(
                            "host",
                            "profile",
                            "auth_type",
                            "root_path",
                            "file_path",
                            "artifact_path",
                            "state_path",
                            "resource_path",
                            "client_id",
                            "account_id",
                            "workspace_id",
                            "azure_client_id",
                            "azure_tenant_id",
                            "azure_environment",
                            "azure_login_app_id",
                            "azure_use_msi",
                            "azure_workspace_resource_id",
                            "google_service_account"),
            "sync", Set.of("include", "exclude", "paths"),
            "presets",
                    Set.of(
                            "name_prefix",
                            "tags",
                            "trigger_pause_status",
                            "jobs_max_concurrent_runs",
                            "pipelines_development",
                            "source_linked_deployment",
                            "artifacts_dynamic_version"),
            "run_as", Set.of("user_name", "service_principal_name"));
    private static final Set<String> TARGET = Set.of(
            "mode",
            "default",
            "bundle",
            "workspace",
            "variables",
            "artifacts",
            "resources",
            "sync",
            "permissions",
            "run_as",
            "presets",
            "git",
            "cluster_id",
            "compute_id");

    private Names() {}

    static List<Problem> unknown(Value.Mapping files) {
        List<Problem> found = new ArrayList<>();
        check(files, TOP, "", found);
        BELOW.forEach((part, names) -> check(files.mappingAt(part), names, part + ".", found));
        files.mappingAt("targets").entries().forEach((name, target) -> {
            if (target instanceof Value.Mapping mapping) {
                check(mapping, TARGET, "targets." + name + ".", found);
            }
        });
        return found;
    }

    private static void check(Value.Mapping mapping, Set<String> names, String prefix, List<Problem> found) {
        mapping.entries().forEach((name, value) -> {
            if (!names.contains(name)) {
                found.add(Problem.warning(
                        "'" + name + "' is not part of the bundle format, and is ignored.", prefix + name, value.at()));
            }
        });
    }
}
