package dev.tarn.engine.command;

import dev.tarn.access.SecurableType;
import dev.tarn.engine.catalog.FunctionDefinition;
import dev.tarn.engine.catalog.RelationName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement of ours, parsed. Names are complete: the parser fills in the session's current catalog and schema. The syntax is
 * the vendor's SQL language reference, one page per statement.
 */
public sealed interface SqlCommand {
    /**
     * Names of the columns that the command answers, known before it runs; its {@link CommandResult} has the same. Empty for
     * a command that only does something.
     */
    default List<String> columns() {
        return List.of();
    }

    /** The columns of every DESCRIBE: one row for each thing to know. */
    List<String> INFO = List.of("info_name", "info_value");

    /** An object by type and full name, such as TABLE {@code main.sales.orders}; the metastore has an empty name. */
    record Target(SecurableType type, String name) {}

    record Grant(List<String> privileges, Target target, String principal) implements SqlCommand {}

    record Revoke(List<String> privileges, Target target, String principal) implements SqlCommand {}

    record ShowGrants(Optional<String> principal, Target target) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("Principal", "ActionType", "ObjectType", "ObjectKey");
        }
    }

    record SetOwner(Target target, String principal) implements SqlCommand {}

    /** @param column of the table, if the tags are for one */
    record SetTags(Target target, Optional<String> column, Map<String, String> tags) implements SqlCommand {}

    record UnsetTags(Target target, Optional<String> column, boolean ifExists, List<String> keys)
            implements SqlCommand {}

    record CreateFunction(FunctionDefinition function, boolean replace, boolean ifNotExists) implements SqlCommand {}

    record DropFunction(RelationName name, boolean ifExists) implements SqlCommand {}

    record DescribeFunction(RelationName name) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("function_desc");
        }
    }

    /** The statement that would make a table or view again. */
    record ShowCreateTable(RelationName name) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("createtab_stmt");
        }
    }

    record CommentOn(Target target, Optional<String> comment) implements SqlCommand {}

    record CreateCatalog(
            String name,
            boolean ifNotExists,
            Optional<String> managedLocation,
            Optional<String> comment,
            Map<String, String> properties)
            implements SqlCommand {}

    record DropCatalog(String name, boolean ifExists, boolean cascade) implements SqlCommand {}

    record ShowCatalogs(Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("catalog");
        }
    }

    record DescribeCatalog(String name, boolean extended) implements SqlCommand {
        @Override
        public List<String> columns() {
            return INFO;
        }
    }

    record CreateSchema(
            String catalog,
            String schema,
            boolean ifNotExists,
            Optional<String> managedLocation,
            Optional<String> comment,
            Map<String, String> properties)
            implements SqlCommand {}

    record CreateVolume(RelationName name, boolean ifNotExists, Optional<String> location, Optional<String> comment)
            implements SqlCommand {}

    record DropVolume(RelationName name, boolean ifExists) implements SqlCommand {}

    record ShowVolumes(String catalog, String schema, Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("database", "volume_name");
        }
    }

    record DescribeVolume(RelationName name) implements SqlCommand {
        @Override
        public List<String> columns() {
            return INFO;
        }
    }

    /** What lies directly in a folder of a volume, of the DBFS root or of an external location. */
    record ListFiles(String path, Optional<Integer> limit) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("path", "name", "size", "modification_time");
        }
    }

    record CreateExternalLocation(
            String name, boolean ifNotExists, String url, String credential, Optional<String> comment)
            implements SqlCommand {}

    record DropExternalLocation(String name, boolean ifExists, boolean force) implements SqlCommand {}

    record ShowExternalLocations(Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("name", "url", "comment");
        }
    }

    record DescribeExternalLocation(String name) implements SqlCommand {
        @Override
        public List<String> columns() {
            return INFO;
        }
    }

    record ShowStorageCredentials(Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("name", "comment");
        }
    }

    record DescribeStorageCredential(String name) implements SqlCommand {
        @Override
        public List<String> columns() {
            return INFO;
        }
    }

    /** {@code UNDROP TABLE name} or {@code UNDROP TABLE WITH ID 'id'}. */
    record Undrop(Optional<RelationName> name, Optional<String> id) implements SqlCommand {}

    record ShowTablesDropped(String catalog, String schema, Optional<Integer> limit) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of(
                    "catalogName",
                    "schemaName",
                    "tableName",
                    "tableId",
                    "tableType",
                    "deletedAt",
                    "createdAt",
                    "updatedAt",
                    "createdBy",
                    "owner",
                    "comment");
        }
    }

    record ShowUsers(Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("name");
        }
    }

    record ShowGroups(Optional<String> pattern) implements SqlCommand {
        @Override
        public List<String> columns() {
            return List.of("name");
        }
    }
}
