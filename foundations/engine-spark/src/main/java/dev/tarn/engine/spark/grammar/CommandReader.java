package dev.tarn.engine.spark.grammar;

import dev.tarn.access.SecurableType;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommand.Target;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlBaseVisitor;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.*;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Makes the command from the tree of a statement; names that are not complete are completed. */
final class CommandReader extends TarnSqlBaseVisitor<SqlCommand> {
    private final Names names;
    private final TargetReader targets;

    CommandReader(CurrentNamespace current) {
        this.names = new Names(current);
        this.targets = new TargetReader(names);
    }

    SqlCommand read(SingleContext single) {
        return visit(single.statement());
    }

    @Override
    public SqlCommand visitGrant(GrantContext ctx) {
        return new SqlCommand.Grant(privileges(ctx.privileges()), target(ctx.securable()), principal(ctx.principal()));
    }

    @Override
    public SqlCommand visitRevoke(RevokeContext ctx) {
        return new SqlCommand.Revoke(privileges(ctx.privileges()), target(ctx.securable()), principal(ctx.principal()));
    }

    @Override
    public SqlCommand visitShowGrants(ShowGrantsContext ctx) {
        return new SqlCommand.ShowGrants(
                Optional.ofNullable(ctx.principal()).map(CommandReader::principal), target(ctx.securable()));
    }

    @Override
    public SqlCommand visitSetOwner(SetOwnerContext ctx) {
        return new SqlCommand.SetOwner(target(ctx.securable()), principal(ctx.principal()));
    }

    @Override
    public SqlCommand visitSetTags(SetTagsContext ctx) {
        Map<String, String> tags = new LinkedHashMap<>();
        ctx.tags().tag().forEach(tag -> tags.put(Texts.text(tag.key), tag.value == null ? "" : Texts.text(tag.value)));
        return new SqlCommand.SetTags(target(ctx.securable()), column(ctx.column), tags);
    }

    @Override
    public SqlCommand visitUnsetTags(UnsetTagsContext ctx) {
        return new SqlCommand.UnsetTags(
                target(ctx.securable()),
                column(ctx.column),
                ctx.ifExists() != null,
                ctx.text().stream().map(Texts::text).toList());
    }

    private static Optional<String> column(@Nullable IdentifierContext ctx) {
        return Optional.ofNullable(ctx).map(Texts::identifier);
    }

    @Override
    public SqlCommand visitCommentOn(CommentOnContext ctx) {
        return new SqlCommand.CommentOn(
                target(ctx.securable()), Optional.ofNullable(ctx.text()).map(Texts::text));
    }

    @Override
    public SqlCommand visitCreateCatalog(CreateCatalogContext ctx) {
        Clauses clauses = new Clauses();
        ctx.catalogClause()
                .forEach(clause -> clauses.add(clause.comment(), clause.managedLocation(), clause.properties()));
        return new SqlCommand.CreateCatalog(
                Texts.identifier(ctx.identifier()),
                ctx.ifNotExists() != null,
                clauses.managedLocation(),
                clauses.comment(),
                clauses.properties());
    }

    @Override
    public SqlCommand visitDropCatalog(DropCatalogContext ctx) {
        return new SqlCommand.DropCatalog(
                Texts.identifier(ctx.identifier()), ctx.ifExists() != null, ctx.cascade != null);
    }

    @Override
    public SqlCommand visitShowCatalogs(ShowCatalogsContext ctx) {
        return new SqlCommand.ShowCatalogs(pattern(ctx.like()));
    }

    @Override
    public SqlCommand visitDescribeCatalog(DescribeCatalogContext ctx) {
        return new SqlCommand.DescribeCatalog(Texts.identifier(ctx.identifier()), ctx.EXTENDED() != null);
    }

    @Override
    public SqlCommand visitCreateSchema(CreateSchemaContext ctx) {
        Clauses clauses = new Clauses();
        ctx.schemaClause()
                .forEach(clause -> clauses.add(clause.comment(), clause.managedLocation(), clause.properties()));
        CurrentNamespace schema = names.schema(ctx.name());
        return new SqlCommand.CreateSchema(
                schema.catalog(),
                schema.schema(),
                ctx.ifNotExists() != null,
                clauses.managedLocation(),
                clauses.comment(),
                clauses.properties());
    }

    @Override
    public SqlCommand visitCreateVolume(CreateVolumeContext ctx) {
        Clauses clauses = new Clauses();
        ctx.volumeClause().forEach(clause -> clauses.add(clause.comment(), clause.location));
        if ((ctx.EXTERNAL() != null) != clauses.location().isPresent()) {
            throw Refusals.volumePlace(ctx.EXTERNAL() != null);
        }
        return new SqlCommand.CreateVolume(
                names.object(ctx.name()), ctx.ifNotExists() != null, clauses.location(), clauses.comment());
    }

    @Override
    public SqlCommand visitDropVolume(DropVolumeContext ctx) {
        return new SqlCommand.DropVolume(names.object(ctx.name()), ctx.ifExists() != null);
    }

    @Override
    public SqlCommand visitShowVolumes(ShowVolumesContext ctx) {
        CurrentNamespace schema = names.schemaOrCurrent(ctx.in());
        return new SqlCommand.ShowVolumes(schema.catalog(), schema.schema(), pattern(ctx.like()));
    }

    @Override
    public SqlCommand visitDescribeVolume(DescribeVolumeContext ctx) {
        return new SqlCommand.DescribeVolume(names.object(ctx.name()));
    }

    @Override
    public SqlCommand visitListFiles(ListFilesContext ctx) {
        return new SqlCommand.ListFiles(
                Texts.text(ctx.text()), Optional.ofNullable(ctx.INTEGER()).map(limit -> Texts.count(limit.getText())));
    }

    @Override
    public SqlCommand visitCreateExternalLocation(CreateExternalLocationContext ctx) {
        return new SqlCommand.CreateExternalLocation(
                Texts.identifier(ctx.identifier(0)),
                ctx.ifNotExists() != null,
                Texts.text(ctx.url),
                Texts.identifier(ctx.credential),
                Optional.ofNullable(ctx.comment()).map(comment -> Texts.text(comment.text())));
    }

    @Override
    public SqlCommand visitDropExternalLocation(DropExternalLocationContext ctx) {
        return new SqlCommand.DropExternalLocation(
                Texts.identifier(ctx.identifier()), ctx.ifExists() != null, ctx.force != null);
    }

    @Override
    public SqlCommand visitShowExternalLocations(ShowExternalLocationsContext ctx) {
        return new SqlCommand.ShowExternalLocations(pattern(ctx.like()));
    }

    @Override
    public SqlCommand visitDescribeExternalLocation(DescribeExternalLocationContext ctx) {
        return new SqlCommand.DescribeExternalLocation(Texts.identifier(ctx.identifier()));
    }

    @Override
    public SqlCommand visitShowStorageCredentials(ShowStorageCredentialsContext ctx) {
        return new SqlCommand.ShowStorageCredentials(pattern(ctx.like()));
    }

    @Override
    public SqlCommand visitDescribeStorageCredential(DescribeStorageCredentialContext ctx) {
        return new SqlCommand.DescribeStorageCredential(Texts.identifier(ctx.identifier()));
    }

    @Override
    public SqlCommand visitUndropByName(UndropByNameContext ctx) {
        return new SqlCommand.Undrop(Optional.of(names.object(ctx.name())), Optional.empty());
    }

    @Override
    public SqlCommand visitUndropById(UndropByIdContext ctx) {
        return new SqlCommand.Undrop(Optional.empty(), Optional.of(Texts.text(ctx.text())));
    }

    @Override
    public SqlCommand visitShowTablesDropped(ShowTablesDroppedContext ctx) {
        CurrentNamespace schema = names.schemaOrCurrent(ctx.in());
        return new SqlCommand.ShowTablesDropped(
                schema.catalog(),
                schema.schema(),
                Optional.ofNullable(ctx.INTEGER()).map(limit -> Texts.count(limit.getText())));
    }

    @Override
    public SqlCommand visitShowUsers(ShowUsersContext ctx) {
        return new SqlCommand.ShowUsers(pattern(ctx.like()));
    }

    @Override
    public SqlCommand visitShowGroups(ShowGroupsContext ctx) {
        return new SqlCommand.ShowGroups(pattern(ctx.like()));
    }

    private Target target(SecurableContext ctx) {
        return targets.visit(ctx);
    }

    private static List<String> privileges(PrivilegesContext ctx) {
        return ctx.privilege().stream().map(CommandReader::privilege).toList();
    }

    /** The words in capitals; {@code ALL} alone is the vendor's short form. */
    private static String privilege(PrivilegeContext ctx) {
        String words = String.join(
                        " ",
                        ctx.privilegeWord().stream().map(ParseTree::getText).toList())
                .toUpperCase(Locale.ROOT);
        return words.equals("ALL") ? "ALL PRIVILEGES" : words;
    }

    private static String principal(PrincipalContext ctx) {
        return Texts.principal(ctx.identifier());
    }

    private static Optional<String> pattern(@Nullable LikeContext ctx) {
        return Optional.ofNullable(ctx).map(like -> Texts.text(like.text()));
    }

    /** Reads the object that a statement is about. */
    private static final class TargetReader extends TarnSqlBaseVisitor<Target> {
        private final Names names;

        TargetReader(Names names) {
            this.names = names;
        }

        @Override
        public Target visitMetastore(MetastoreContext ctx) {
            return new Target(SecurableType.METASTORE, "");
        }

        @Override
        public Target visitCatalog(CatalogContext ctx) {
            return new Target(SecurableType.CATALOG, names.catalogOrCurrent(ctx.identifier()));
        }

        @Override
        public Target visitSchema(SchemaContext ctx) {
            CurrentNamespace schema = names.schema(ctx.name());
            return new Target(SecurableType.SCHEMA, schema.catalog() + "." + schema.schema());
        }

        @Override
        public Target visitTable(TableContext ctx) {
            return object(SecurableType.TABLE, ctx.name());
        }

        @Override
        public Target visitVolume(VolumeContext ctx) {
            return object(SecurableType.VOLUME, ctx.name());
        }

        @Override
        public Target visitFunction(FunctionContext ctx) {
            return object(SecurableType.FUNCTION, ctx.name());
        }

        @Override
        public Target visitExternalLocation(ExternalLocationContext ctx) {
            return named(SecurableType.EXTERNAL_LOCATION, ctx.identifier());
        }

        @Override
        public Target visitStorageCredential(StorageCredentialContext ctx) {
            return named(SecurableType.STORAGE_CREDENTIAL, ctx.identifier());
        }

        @Override
        public Target visitConnection(ConnectionContext ctx) {
            return named(SecurableType.CONNECTION, ctx.identifier());
        }

        @Override
        public Target visitShare(ShareContext ctx) {
            return named(SecurableType.SHARE, ctx.identifier());
        }

        @Override
        public Target visitRecipient(RecipientContext ctx) {
            return named(SecurableType.RECIPIENT, ctx.identifier());
        }

        @Override
        public Target visitProvider(ProviderContext ctx) {
            return named(SecurableType.PROVIDER, ctx.identifier());
        }

        private Target object(SecurableType type, NameContext name) {
            return new Target(type, names.object(name).toString());
        }

        private static Target named(SecurableType type, IdentifierContext name) {
            return new Target(type, Texts.identifier(name));
        }
    }
}
