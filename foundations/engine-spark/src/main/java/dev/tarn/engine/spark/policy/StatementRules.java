package dev.tarn.engine.spark.policy;

import dev.tarn.engine.catalog.PathAccess;
import org.apache.spark.sql.catalyst.plans.logical.CreateNamespace;
import org.apache.spark.sql.catalyst.plans.logical.CreateUserDefinedFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.TableSpecBase;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedTableSpec;
import org.apache.spark.sql.execution.command.CreateSQLFunctionCommand;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.apache.spark.sql.execution.datasources.CreateTempViewUsing;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Decides about what open commands say besides the relation that they are about: settings, formats, options, places. */
final class StatementRules {
    private final PathNames paths;
    private final FormatRules formats;

    StatementRules(PathNames paths, FormatRules formats) {
        this.paths = paths;
        this.formats = formats;
    }

    void check(String name, LogicalPlan plan) {
        switch (name) {
            case "SetCommand" -> set((SetCommand) plan);
            case "ResetCommand" -> reset((ResetCommand) plan);
            case "CreateTempViewUsing" -> temporaryView((CreateTempViewUsing) plan);
            case "CreateViewCommand" -> view((CreateViewCommand) plan);
            case "CreateNamespace" -> schema((CreateNamespace) plan);
            case "CreateUserDefinedFunction" -> function((CreateUserDefinedFunction) plan);
            case "CreateSQLFunctionCommand" -> sessionFunction((CreateSQLFunctionCommand) plan);
            case "CreateTable", "CreateTableAsSelect", "ReplaceTable", "ReplaceTableAsSelect" -> {
                if (PlanTree.field(plan, "tableSpec") instanceof TableSpecBase spec) {
                    table(spec);
                }
                if (name.endsWith("AsSelect")) {
                    writeOptions(plan);
                }
            }
            case "CreateTableLike" -> {
                format(PlanTree.field(plan, "provider"));
                location(PlanTree.field(plan, "location"));
                refuseSerde(PlanTree.field(plan, "serdeInfo"));
            }
            case "CloneTableStatement" -> location(PlanTree.field(plan, "targetLocation"));
            case "AppendData", "OverwriteByExpression", "OverwritePartitionsDynamic" -> writeOptions(plan);
            case "SetTableProperties" -> keys(PlanTree.field(plan, "properties"), FormatRules::requireProperty);
            default -> {
                // nothing else to look at
            }
        }
    }

    private static void set(SetCommand command) {
        if (command.kv().isEmpty()) {
            throw PolicyErrors.closed("SET without a name is not allowed: name the setting that you want to see");
        }
        Tuple2<String, Option<String>> pair = command.kv().get();
        if (pair._2().isDefined()) {
            SettingRules.writable(pair._1());
        } else {
            SettingRules.readable(pair._1());
        }
    }

    private static void reset(ResetCommand command) {
        if (command.config().isEmpty()) {
            throw PolicyErrors.closed("RESET without a name is not allowed: name the setting");
        }
        SettingRules.writable(command.config().get());
    }

    private void temporaryView(CreateTempViewUsing command) {
        if (command.global()) {
            throw globalView();
        }
        if (PathNames.isAuthorized(command)) {
            return;
        }
        formats.require(command.provider());
        CollectionConverters.asJava(command.options()).forEach((key, value) -> {
            FormatRules.requireOption(key);
            if (key.equalsIgnoreCase("path")) {
                paths.check(value, PathAccess.READ);
            }
        });
    }

    private static void view(CreateViewCommand command) {
        if (PlanTree.nameOf(command.viewType()).equals("GlobalTempView")) {
            throw globalView();
        }
    }

    private static RuntimeException globalView() {
        return PolicyErrors.closed(
                "GLOBAL TEMPORARY VIEW is not allowed: global temporary views are shared by all users; use TEMPORARY VIEW");
    }

    private static void schema(CreateNamespace command) {
        if (command.properties().contains("location")) {
            throw PolicyErrors.closed("LOCATION is not allowed for a schema: use MANAGED LOCATION");
        }
    }

    private static void function(CreateUserDefinedFunction command) {
        String language = PlanTree.nameOf(command.language());
        if (!language.equals("LanguageSQL")) {
            throw PolicyErrors.closed(
                    "A function in another language than SQL is not allowed: it would run on the server");
        }
    }

    private static void sessionFunction(CreateSQLFunctionCommand command) {
        if (!command.isTemp()) {
            throw PolicyErrors.unknown("command", "CREATE FUNCTION outside the catalogs");
        }
    }

    private void table(TableSpecBase spec) {
        format(spec.provider());
        location(spec.location());
        refuseSerde(spec.serde());
        keys(spec.properties(), FormatRules::requireProperty);
        if (spec instanceof UnresolvedTableSpec unresolved) {
            CollectionConverters.asJava(unresolved.optionExpression().options())
                    .forEach(option -> FormatRules.requireOption(option._1()));
        } else {
            keys(PlanTree.field((scala.Product) spec, "options"), FormatRules::requireOption);
        }
    }

    private static void writeOptions(LogicalPlan plan) {
        keys(PlanTree.field(plan, "writeOptions"), FormatRules::requireOption);
    }

    private void format(@org.jspecify.annotations.Nullable Object provider) {
        if (provider instanceof Option<?> option && option.isDefined()) {
            formats.require(String.valueOf(option.get()));
        }
    }

    private static void location(@org.jspecify.annotations.Nullable Object location) {
        if (location instanceof Option<?> option && option.isDefined()) {
            PathRules.normalised(String.valueOf(option.get()));
        }
    }

    private static void refuseSerde(@org.jspecify.annotations.Nullable Object serde) {
        if (serde instanceof Option<?> option && option.isDefined()) {
            throw PolicyErrors.closed("Hive's ROW FORMAT and STORED AS are not allowed: name the format with USING");
        }
    }

    private static void keys(@org.jspecify.annotations.Nullable Object map, java.util.function.Consumer<String> rule) {
        if (map instanceof scala.collection.Map<?, ?> entries) {
            CollectionConverters.asJava(entries).keySet().forEach(key -> rule.accept(String.valueOf(key)));
        }
    }
}
