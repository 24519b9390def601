package dev.tarn.settings;

import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.settings.internal.SettingsStore;
import dev.tarn.settings.internal.SettingsStore.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Single values of a workspace: its configuration (names and texts), and settings that are JSON objects with a tag, so that two
 * writers notice each other. Needs the workspace administrator. {@code enableIpAccessLists}, {@code enableTokensConfig} and
 * {@code maxTokenLifetimeDays} are enforced, and {@code default_namespace_ws} is; the others are kept for clients.
 */
public final class WorkspaceSettings {
    static final String IP_LISTS = "enableIpAccessLists";
    private static final String TOKENS = "enableTokensConfig";
    private static final String TOKEN_DAYS = "maxTokenLifetimeDays";
    private static final String DEFAULT_NAMESPACE = "default_namespace_ws";
    private static final String CONF = "conf/";
    private static final int LONGEST_VALUE = 1_000;

    /** The names that workspace configuration knows (public API, "Workspace Conf"; Terraform's workspace_conf). */
    private static final Set<String> KEYS = Set.of(
            IP_LISTS,
            TOKENS,
            TOKEN_DAYS,
            "enableWebTerminal",
            "enableDbfsFileBrowser",
            "enableExportNotebook",
            "enableNotebookTableClipboard",
            "enableResultsDownloading",
            "enableUploadDataUis",
            "enableWorkspaceFilesystem",
            "enableProjectTypeInWorkspace",
            "enableProjectsAllowList",
            "projectsAllowList",
            "projectsAllowListPermissions",
            "storeInteractiveNotebookResultsInCustomerAccount",
            "enableDeprecatedClusterNamedInitScripts",
            "enableDeprecatedGlobalInitScripts",
            "enableGp3",
            "enableJobViewAcls",
            "enableJobsEmailsV2",
            "enableEnforceImdsV2",
            "enforceUserIsolation",
            "enableVerboseAuditLogs",
            "enableNotebookGitVersioning",
            "enableHlsRuntime",
            "enableMlflowRunArtifactDownload",
            "enableRStudioUserDefaultHomeBase",
            "enableLegacyNotebookVisualizations",
            "enableFileStoreEndpoint",
            "enableAutomaticClusterUpdate",
            "customerApprovedWSLoginExpirationTime",
            "mlflowModelServingEndpointCreationEnabled",
            "intercomAdminConsent",
            "jobsListBackendPaginationEnabled",
            "heapAnalyticsAdminConsent",
            "rStudioUserDefaultHomeBase");

    private final Database db;
    private final Clocks clocks;
    private final Administrators administrators;
    private final SettingsStore store;
    private final IpAccessLists lists;
    private final Map<WorkspaceId, Optional<Duration>> tokenLifetimes = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, Optional<String>> defaultCatalogs = new ConcurrentHashMap<>();

    WorkspaceSettings(
            Database db, Clocks clocks, Administrators administrators, SettingsStore store, IpAccessLists lists) {
        this.db = db;
        this.clocks = clocks;
        this.administrators = administrators;
        this.store = store;
        this.lists = lists;
    }

    /** The values of some names; empty for those that were never set. */
    public Map<String, Optional<String>> configuration(Caller caller, List<String> keys) {
        administrators.require(caller, "getWorkspaceConf");
        known(keys);
        return db.read(tx -> {
            Map<String, Optional<String>> values = new TreeMap<>();
            keys.forEach(key -> values.put(
                    key, store.value(tx, caller.workspace(), CONF + key).map(Value::json)));
            return values;
        });
    }

    /** Sets some values; all of them or, if one is wrong, none. */
    public void configure(Caller caller, Map<String, String> values) {
        administrators.require(caller, "setWorkspaceConf");
        known(values.keySet());
        values.forEach(WorkspaceSettings::check);
        db.change(tx -> {
            values.forEach((key, value) ->
                    store.put(tx, caller.workspace(), CONF + key, new Value(value, Ids.hex16()), clocks.now(caller)));
            lists.requireReachable(tx, caller);
        });
        lists.changed(caller.workspace());
        tokenLifetimes.remove(caller.workspace());
        values.keySet().forEach(key -> administrators.changed(caller, "workspaceConfEdit", key));
    }

    /** How long new tokens may live; empty for as long as the server allows, zero where nobody may make any. */
    public Optional<Duration> tokenLifetime(WorkspaceId workspace) {
        return tokenLifetimes.computeIfAbsent(workspace, any -> db.read(tx -> lifetime(tx, workspace)));
    }

    /** The catalog of sessions that name none, which is the setting {@code default_namespace_ws}. */
    public Optional<String> findDefaultCatalog(WorkspaceId workspace) {
        return defaultCatalogs.computeIfAbsent(
                workspace,
                any -> db.read(tx -> store.value(tx, workspace, DEFAULT_NAMESPACE))
                        .map(value -> Json.readTree(value.json())
                                .at("/namespace/value")
                                .asText(""))
                        .filter(name -> !name.isEmpty()));
    }

    /** Sets {@code default_namespace_ws}. */
    public void setDefaultCatalog(Caller caller, String catalog) {
        set(caller, DEFAULT_NAMESPACE, Json.write(Map.of("namespace", Map.of("value", catalog))), Optional.empty());
    }

    /** @param name of a setting, such as {@code default_namespace_ws} @throws dev.tarn.core.AppException RESOURCE_DOES_NOT_EXIST, with an etag */
    public Setting get(Caller caller, String name, Optional<String> standard) {
        administrators.require(caller, "getSetting");
        return db.read(tx -> store.value(tx, caller.workspace(), name))
                .map(value -> new Setting(value.json(), value.etag()))
                .or(() -> standard.map(json -> new Setting(json, NEVER_SET)))
                .orElseThrow(() -> SettingsErrors.notSet(name, NEVER_SET));
    }

    /**
     * Changes a setting.
     *
     * @param etag of what is changed; empty for whatever it is
     */
    public Setting set(Caller caller, String name, String json, Optional<String> etag) {
        administrators.require(caller, "setSetting");
        Value changed = new Value(json, Ids.hex16());
        db.change(tx -> {
            current(tx, caller, name, etag);
            store.put(tx, caller.workspace(), name, changed, clocks.now(caller));
        });
        defaultCatalogs.remove(caller.workspace());
        administrators.changed(caller, "setSetting", name);
        return new Setting(changed.json(), changed.etag());
    }

    /** Forgets a setting; it is as if it was never set. @return the tag of that state */
    public String remove(Caller caller, String name, Optional<String> etag) {
        administrators.require(caller, "deleteSetting");
        db.change(tx -> {
            current(tx, caller, name, etag);
            store.remove(tx, caller.workspace(), name);
        });
        defaultCatalogs.remove(caller.workspace());
        administrators.changed(caller, "deleteSetting", name);
        return NEVER_SET;
    }

    /** A setting's JSON object and its tag. */
    public record Setting(String json, String etag) {}

    private static final String NEVER_SET = "0";

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
        defaultCatalogs.remove(workspace);
    }

    private void current(Tx tx, Caller caller, String name, Optional<String> etag) {
        String now = store.value(tx, caller.workspace(), name).map(Value::etag).orElse(NEVER_SET);
        if (etag.filter(sent -> !sent.isEmpty() && !sent.equals(now)).isPresent()) {
            throw SettingsErrors.changedMeanwhile(name, now);
        }
    }

    private Optional<Duration> lifetime(Tx tx, WorkspaceId workspace) {
        if (store.value(tx, workspace, CONF + TOKENS)
                .filter(value -> value.json().equals("false"))
                .isPresent()) {
            return Optional.of(Duration.ZERO);
        }
        return store.value(tx, workspace, CONF + TOKEN_DAYS)
                .map(value -> Long.parseLong(value.json()))
                .filter(days -> days > 0)
                .map(Duration::ofDays);
    }

    private static void known(java.util.Collection<String> keys) {
        List<String> unknown =
                keys.stream().filter(key -> !KEYS.contains(key)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw SettingsErrors.unknownKeys(unknown);
        }
    }

    private static void check(String key, String value) {
        if (key.equals(TOKEN_DAYS) && !value.matches("|\\d{1,5}")) {
            throw SettingsErrors.badValue(key, "a number of days, 0 for no limit");
        }
        if ((key.equals(IP_LISTS) || key.equals(TOKENS)) && !value.matches("true|false")) {
            throw SettingsErrors.badValue(key, "true or false");
        }
        if (value.length() > LONGEST_VALUE) {
            throw SettingsErrors.badValue(key, "at most " + LONGEST_VALUE + " characters");
        }
    }
}
