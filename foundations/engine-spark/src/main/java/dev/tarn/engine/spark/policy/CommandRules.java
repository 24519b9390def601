package dev.tarn.engine.spark.policy;

import dev.tarn.engine.catalog.RelationAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The list of commands that are open, by the class of their plan, and what each needs on the relation that it is about. A
 * command that is not here is refused by its name.
 */
final class CommandRules {
    /**
     * What a command needs.
     *
     * @param needs by the field of the plan that holds the target: the accesses it needs there; whatever else the plan holds is
     *     read
     * @param optional whether the target need not exist
     */
    record Rule(Map<String, List<RelationAccess>> needs, boolean optional) {}

    private static final Map<String, Rule> OPEN = new TreeMap<>();
    private static final Map<String, String> CLOSED = new TreeMap<>();

    static {
        RelationAccess read = RelationAccess.READ;
        RelationAccess write = RelationAccess.WRITE;
        RelationAccess alter = RelationAccess.ALTER;
        RelationAccess manage = RelationAccess.MANAGE;
        RelationAccess describe = RelationAccess.DESCRIBE;

        // rows
        target(
                "table",
                List.of(write),
                "AppendData",
                "OverwriteByExpression",
                "OverwritePartitionsDynamic",
                "DeltaDynamicPartitionOverwriteCommand",
                "InsertIntoStatement");
        target("logicalRelation", List.of(write), "InsertIntoDataSourceCommand");
        target("catalogTable", List.of(write), "InsertIntoHadoopFsRelationCommand");
        target("deltaTable", List.of(write), "DeltaInsertReplaceOnOrUsingCommand");
        target("table", List.of(write, read), "DeleteFromTable", "UpdateTable");
        target("child", List.of(write, read), "DeltaDelete", "DeltaUpdateTable");
        target("target", List.of(write, read), "DeleteCommand", "UpdateCommand", "DeltaMergeInto", "MergeIntoCommand");
        target("targetTable", List.of(write, read), "MergeIntoTable");
        target("table", List.of(write), "TruncateTable", "TruncatePartition", "RestoreTableStatement");
        target(
                "child",
                List.of(write),
                "TruncateDeltaTableCommand",
                "OptimizeTableCommand",
                "VacuumTableCommand",
                "DeltaGenerateCommand",
                "AnalyzeTable",
                "AnalyzeColumn");
        target("target", List.of(write), "DeltaReorgTable", "DeltaReorgTableCommand");
        target("sourceTable", List.of(write), "RestoreTableCommand");
        target("child", List.of(describe), "RefreshTable");

        // definitions
        target(
                "table",
                List.of(alter),
                "AddColumns",
                "AlterColumns",
                "DropColumns",
                "RenameColumn",
                "ReplaceColumns",
                "SetTableProperties",
                "UnsetTableProperties",
                "CommentOnTable",
                "AlterTableClusterBy",
                "AlterTableCollation",
                "AlterTableAddConstraint",
                "AlterTableDropConstraint",
                "AlterTableDropFeature",
                "AlterColumnSyncIdentity",
                "AddConstraint",
                "DropConstraint",
                "AddPartitions",
                "DropPartitions",
                "AlterTableAddColumnsDeltaCommand",
                "AlterTableAddConstraintDeltaCommand",
                "AlterTableChangeColumnDeltaCommand",
                "AlterTableClusterByDeltaCommand",
                "AlterTableDropColumnsDeltaCommand",
                "AlterTableDropConstraintDeltaCommand",
                "AlterTableDropFeatureDeltaCommand",
                "AlterTableReplaceColumnsDeltaCommand",
                "AlterTableSetPropertiesDeltaCommand",
                "AlterTableUnsetPropertiesDeltaCommand");
        target(
                "child",
                List.of(alter),
                "SetViewProperties",
                "UnsetViewProperties",
                "AddCheckConstraint",
                "RecoverPartitions",
                "RepairTable",
                "AlterViewSchemaBinding");
        target("child", List.of(manage), "RenameTable", "AlterViewAs");
        optional("child", List.of(manage), "DropTable", "DropView");
        optional("child", List.of(manage), "CreateView", "CreateMetricView");
        optional("name", List.of(), "CreateTable", "CreateTableAsSelect");
        optional("name", List.of(manage), "ReplaceTable", "ReplaceTableAsSelect");
        optional("name", List.of(), "CreateTableLike");
        optional("table", List.of(), "CreateDeltaTableCommand");
        optional("target", List.of(), "CloneTableStatement");

        // looking
        target("relation", List.of(describe), "DescribeRelation", "DescribeColumn");
        target(
                "table",
                List.of(describe),
                "DescribeTablePartition",
                "ShowTableProperties",
                "ShowPartitions",
                "ShowTablePartition");
        target("child", List.of(describe), "ShowDeltaPartitionsCommand");
        target(
                "child",
                List.of(describe),
                "ShowColumns",
                "ShowCreateTable",
                "ShowDeltaTableColumnsCommand",
                "DescribeRelationJsonCommand",
                "DescribeTableCommand");
        target("child", List.of(read), "DescribeDeltaDetailCommand", "DescribeDeltaHistory");
        target("table", List.of(read), "DescribeDeltaHistoryCommand");

        // what names no relation, or leaves the decision to the catalog
        free(
                "CommandPlan",
                "CompoundBody",
                "CreateNamespace",
                "DropNamespace",
                "SetNamespaceProperties",
                "UnsetNamespacePropertiesCommand",
                "CommentOnNamespace",
                "DescribeNamespace",
                "ShowTables",
                "ShowTablesExtended",
                "ShowViews",
                "ShowFunctions",
                "ShowNamespacesCommand",
                "ShowCatalogsCommand",
                "ShowCurrentNamespaceCommand",
                "ShowCollationsCommand",
                "SetCatalogAndNamespace",
                "SetCatalogCommand",
                "SetNamespaceCommand",
                "SetCommand",
                "ResetCommand",
                "CreateVariable",
                "DropVariable",
                "SetVariable",
                "DeclareCursor",
                "OpenCursor",
                "FetchCursor",
                "CloseCursor",
                "NoopCommand",
                "DescribeFunction",
                "DescribeFunctionCommand",
                "DescribeQueryCommand",
                "ExplainCommand",
                "CreateUserDefinedFunction",
                "CreateSQLFunctionCommand",
                "DropFunction",
                "DropFunctionCommand",
                "RefreshFunction",
                "RefreshFunctionCommand",
                "CreateViewCommand",
                "CreateTempViewUsing",
                "DropTempViewCommand",
                "CloneTableCommand");

        closed("it runs programs on the server", "ScriptTransformation", "ExternalCommandExecutor", "Call");
        closed(
                "it loads code or files into the server",
                "AddJarsCommand",
                "AddFilesCommand",
                "AddArchivesCommand",
                "CreateFunction",
                "CreateFunctionCommand");
        closed(
                "it shows what others have loaded into the server",
                "ListJarsCommand",
                "ListFilesCommand",
                "ListArchivesCommand");
        closed(
                "it writes files past the catalog: insert into a table or write to a volume",
                "InsertIntoDir",
                "InsertIntoDataSourceDirCommand",
                "SaveIntoDataSourceCommand",
                "WriteToStream",
                "WriteToStreamStatement");
        closed(
                "it reads files of the server: read them with a format and a path, or from a volume",
                "LoadData",
                "LoadDataCommand");
        closed(
                "cached rows are shared by all sessions, whatever their rights",
                "CacheTable",
                "CacheTableAsSelect",
                "UncacheTable",
                "ClearCacheCommand",
                "RefreshResource");
        closed(
                "it takes over files past the catalog: use CREATE TABLE ... USING DELTA AS SELECT",
                "ConvertToDeltaCommand");
        closed(
                "where a table lies is decided when it is made",
                "SetTableLocation",
                "AlterTableSetLocationDeltaCommand",
                "SetNamespaceLocation",
                "SetTableSerDeProperties");
    }

    private CommandRules() {}

    /**
     * The rule of an open command.
     *
     * @throws dev.tarn.core.AppException PERMISSION_DENIED, with the reason if it was closed on purpose
     */
    static Rule require(String command) {
        Rule rule = OPEN.get(command);
        if (rule != null) {
            return rule;
        }
        throw refusal(command);
    }

    static Optional<Rule> find(String node) {
        return Optional.ofNullable(OPEN.get(node));
    }

    /** Why a node is closed on purpose. */
    static Optional<String> closed(String node) {
        return Optional.ofNullable(CLOSED.get(node));
    }

    static RuntimeException refusal(String command) {
        String why = CLOSED.get(command);
        return why == null
                ? PolicyErrors.unknown("command", words(command))
                : PolicyErrors.closed("%s is not allowed: %s".formatted(words(command), why));
    }

    /** By class name: what an open command needs, for the reference. */
    static Map<String, Rule> open() {
        return new LinkedHashMap<>(OPEN);
    }

    static Map<String, String> closed() {
        return new LinkedHashMap<>(CLOSED);
    }

    /** The class name as a statement would write it: {@code AddJarsCommand} is ADD JARS. */
    static String words(String command) {
        if (command.equals("ScriptTransformation")) {
            return "TRANSFORM";
        }
        return command.replaceFirst("Command$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private static void target(String field, List<RelationAccess> needs, String... commands) {
        for (String command : commands) {
            OPEN.put(command, new Rule(Map.of(field, needs), false));
        }
    }

    private static void optional(String field, List<RelationAccess> needs, String... commands) {
        for (String command : commands) {
            OPEN.put(command, new Rule(Map.of(field, needs), true));
        }
    }

    private static void free(String... commands) {
        for (String command : commands) {
            OPEN.put(command, new Rule(Map.of(), false));
        }
    }

    private static void closed(String why, String... commands) {
        for (String command : commands) {
            CLOSED.put(command, why);
        }
    }
}
