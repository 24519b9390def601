package dev.tarn.engine.spark.session;

import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** What kind of statement a plan is, in the words of the query history. */
final class StatementKinds {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Insert", "INSERT"),
            Map.entry("Append", "INSERT"),
            Map.entry("Overwrite", "INSERT"),
            Map.entry("Merge", "MERGE"),
            Map.entry("Update", "UPDATE"),
            Map.entry("Delete", "DELETE"),
            Map.entry("Create", "CREATE"),
            Map.entry("Replace", "REPLACE"),
            Map.entry("Drop", "DROP"),
            Map.entry("Alter", "ALTER"),
            Map.entry("Add", "ALTER"),
            Map.entry("Rename", "ALTER"),
            Map.entry("Set", "SET"),
            Map.entry("Show", "SHOW"),
            Map.entry("Describe", "DESCRIBE"),
            Map.entry("Optimize", "OPTIMIZE"),
            Map.entry("Vacuum", "VACUUM"),
            Map.entry("Restore", "RESTORE"),
            Map.entry("Truncate", "TRUNCATE"),
            Map.entry("Explain", "EXPLAIN"),
            Map.entry("Grant", "GRANT"),
            Map.entry("Revoke", "REVOKE"),
            Map.entry("Use", "USE"));

    private StatementKinds() {}

    /** Whether running the plan may have changed a table. */
    static boolean mayChange(LogicalPlan plan) {
        return plan instanceof Command || plan instanceof CommandResult;
    }

    static String of(LogicalPlan plan) {
        LogicalPlan inner = plan instanceof CommandResult result ? result.commandLogicalPlan() : plan;
        if (!(inner instanceof Command)) {
            return "SELECT";
        }
        String name = inner.nodeName();
        return WORDS.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()) || name.contains(entry.getKey() + "Into"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> name.contains("Create") ? "CREATE" : name.toUpperCase(Locale.ROOT));
    }
}
