package dev.tarn.catalog.sql;

import dev.tarn.access.Grants;
import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.Catalogs;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Schemas;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.TagTarget;
import dev.tarn.catalog.Volume;
import dev.tarn.catalog.engine.FunctionText;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.ShowPattern;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommands;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out the SQL statements that Spark lacks, over the same doors as REST. */
public final class CatalogSqlCommands implements SqlCommands {
    private final CatalogModule catalog;
    private final PrincipalNames principals;
    private final StorageCommands storage;
    private final Map<Class<? extends SqlCommand>, Handler<?>> handlers;

    private interface Handler<C extends SqlCommand> {
        CommandResult run(Caller caller, C command);
    }

    public CatalogSqlCommands(CatalogModule catalog, PrincipalNames principals, StorageCommands storage) {
        this.catalog = catalog;
        this.principals = principals;
        this.storage = storage;
        this.handlers = Map.ofEntries(
                on(
                        SqlCommand.Grant.class,
                        (caller, command) -> grant(
                                caller,
                                command.target(),
                                command.principal(),
                                privileges(command.privileges(), command.target()),
                                Set.of())),
                on(
                        SqlCommand.Revoke.class,
                        (caller, command) -> grant(
                                caller,
                                command.target(),
                                command.principal(),
                                Set.of(),
                                privileges(command.privileges(), command.target()))),
                on(SqlCommand.ShowGrants.class, this::showGrants),
                on(SqlCommand.SetOwner.class, this::setOwner),
                on(SqlCommand.CreateFunction.class, this::createFunction),
                on(
                        SqlCommand.DropFunction.class,
                        (caller, command) -> CommandParts.ifExists(
                                command.ifExists(),
                                () -> catalog.functions().delete(caller, CommandParts.name(command.name())))),
                on(SqlCommand.DescribeFunction.class, this::describeFunction),
                on(SqlCommand.SetTags.class, (caller, command) -> {
                    catalog.tags().set(caller, tagged(command.target(), command.column()), command.tags());
                    return CommandResult.DONE;
                }),
                on(SqlCommand.UnsetTags.class, (caller, command) -> {
                    catalog.tags()
                            .unset(
                                    caller,
                                    tagged(command.target(), command.column()),
                                    command.keys(),
                                    !command.ifExists());
                    return CommandResult.DONE;
                }),
                on(SqlCommand.CommentOn.class, this::commentOn),
                on(SqlCommand.CreateCatalog.class, this::createCatalog),
                on(SqlCommand.DropCatalog.class, this::dropCatalog),
                on(SqlCommand.ShowCatalogs.class, this::showCatalogs),
                on(SqlCommand.DescribeCatalog.class, this::describeCatalog),
                on(SqlCommand.CreateSchema.class, this::createSchema),
                on(SqlCommand.CreateVolume.class, this::createVolume),
                on(SqlCommand.DropVolume.class, this::dropVolume),
                on(SqlCommand.ShowVolumes.class, this::showVolumes),
                on(SqlCommand.DescribeVolume.class, this::describeVolume),
                on(SqlCommand.Undrop.class, this::undrop),
                on(SqlCommand.ShowTablesDropped.class, this::showTablesDropped),
                on(
                        SqlCommand.ShowCreateTable.class,
                        (caller, command) -> new CommandResult(
                                command.columns(),
                                List.of(List.of(CreateText.of(catalog.tables()
                                        .get(caller, CommandParts.name(command.name()))
                                        .value()))))),
                on(
                        SqlCommand.ShowUsers.class,
                        (caller, command) ->
                                CommandParts.names(command, this.principals.users(caller), command.pattern())),
                on(
                        SqlCommand.ShowGroups.class,
                        (caller, command) ->
                                CommandParts.names(command, this.principals.groups(caller), command.pattern())));
    }

    private static <C extends SqlCommand> Map.Entry<Class<? extends SqlCommand>, Handler<?>> on(
            Class<C> type, Handler<C> handler) {
        return Map.entry(type, handler);
    }

    @Override
    @SuppressWarnings("unchecked") // each handler is entered under its own command's class
    public CommandResult run(Caller caller, SqlCommand command) {
        Handler<SqlCommand> handler = (Handler<SqlCommand>) handlers.get(command.getClass());
        return handler == null ? storage.run(caller, command) : handler.run(caller, command);
    }

    // ---- grants and ownership

    private CommandResult grant(
            Caller caller, SqlCommand.Target target, String principal, Set<Privilege> add, Set<Privilege> remove) {
        catalog.grants()
                .change(caller, target.type(), target.name(), List.of(new Grants.Change(principal, add, remove)));
        return CommandResult.DONE;
    }

    /** The old words USAGE and CREATE mean, on a catalog or schema, the privileges that came after them. */
    private static Set<Privilege> privileges(List<String> words, SqlCommand.Target target) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (String word : words) {
            if (word.equalsIgnoreCase("USAGE")) {
                privileges.add(target.type() == SecurableType.CATALOG ? Privilege.USE_CATALOG : Privilege.USE_SCHEMA);
            } else {
                privileges.add(Privilege.parse(word));
            }
        }
        return privileges;
    }

    private CommandResult showGrants(Caller caller, SqlCommand.ShowGrants command) {
        SqlCommand.Target target = command.target();
        List<List<String>> rows = new ArrayList<>();
        for (Grants.Effective grant :
                catalog.grants().effective(caller, target.type(), target.name(), command.principal())) {
            rows.add(List.of(
                    grant.principal().name(),
                    grant.privilege().words(),
                    grant.inheritedType().orElse(target.type()).words(),
                    grant.inheritedFrom().orElse(target.name())));
        }
        return new CommandResult(command.columns(), rows);
    }

    private CommandResult setOwner(Caller caller, SqlCommand.SetOwner command) {
        catalog.grants()
                .transfer(caller, command.target().type(), command.target().name(), command.principal());
        return CommandResult.DONE;
    }

    private CommandResult commentOn(Caller caller, SqlCommand.CommentOn command) {
        String name = command.target().name();
        Optional<String> comment = Optional.of(command.comment().orElse(""));
        switch (command.target().type()) {
            case CATALOG ->
                catalog.catalogs()
                        .update(
                                caller,
                                name,
                                new Catalogs.Change(
                                        Optional.empty(),
                                        comment,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));
            case SCHEMA ->
                catalog.schemas()
                        .update(
                                caller,
                                SchemaName.parse(name),
                                new Schemas.Change(Optional.empty(), comment, Optional.empty(), Optional.empty()));
            case VOLUME ->
                catalog.volumes()
                        .update(caller, ObjectName.parse("volume", name), Optional.empty(), comment, Optional.empty());
            case TABLE -> catalog.tables().update(caller, ObjectName.parse("table", name), comment, Optional.empty());
            default ->
                throw AppException.invalid("COMMENT ON %s is not served yet."
                        .formatted(command.target().type().words()));
        }
        return CommandResult.DONE;
    }

    private static TagTarget tagged(SqlCommand.Target target, Optional<String> column) {
        return new TagTarget(target.type(), target.name(), column);
    }

    // ---- catalogs and schemas

    private CommandResult createCatalog(Caller caller, SqlCommand.CreateCatalog command) {
        return CommandParts.unlessExists(
                command.ifNotExists(),
                () -> catalog.catalogs()
                        .create(
                                caller,
                                new Catalogs.Draft(
                                        command.name(),
                                        command.comment(),
                                        command.properties(),
                                        command.managedLocation())));
    }

    private CommandResult dropCatalog(Caller caller, SqlCommand.DropCatalog command) {
        return CommandParts.ifExists(
                command.ifExists(), () -> catalog.catalogs().delete(caller, command.name(), command.cascade()));
    }

    private CommandResult showCatalogs(Caller caller, SqlCommand.ShowCatalogs command) {
        List<String> names = Page.all(page -> catalog.catalogs().list(caller, page)).stream()
                .map(owned -> owned.value().name())
                .toList();
        return CommandParts.names(command, names, command.pattern());
    }

    private CommandResult describeCatalog(Caller caller, SqlCommand.DescribeCatalog command) {
        Owned<Catalog> owned = catalog.catalogs().get(caller, command.name());
        Catalog described = owned.value();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Catalog Name", described.name()),
                List.of("Comment", described.comment().orElse("")),
                List.of("Owner", owned.owner())));
        if (command.extended()) {
            rows.add(List.of("Catalog Type", described.system() ? "System" : "Regular"));
            rows.add(List.of("Created By", described.stamp().createdBy()));
            rows.add(List.of("Created At", described.stamp().createdAt().toString()));
            described.storageRoot().ifPresent(root -> rows.add(List.of("Storage Root", root)));
        }
        return new CommandResult(command.columns(), rows);
    }

    private CommandResult createSchema(Caller caller, SqlCommand.CreateSchema command) {
        return CommandParts.unlessExists(
                command.ifNotExists(),
                () -> catalog.schemas()
                        .create(
                                caller,
                                new SchemaName(command.catalog(), command.schema()),
                                new Schemas.Draft(command.comment(), command.properties(), command.managedLocation())));
    }

    // ---- volumes

    private CommandResult createVolume(Caller caller, SqlCommand.CreateVolume command) {
        return CommandParts.unlessExists(
                command.ifNotExists(),
                () -> catalog.volumes()
                        .create(caller, CommandParts.name(command.name()), command.location(), command.comment()));
    }

    private CommandResult dropVolume(Caller caller, SqlCommand.DropVolume command) {
        return CommandParts.ifExists(
                command.ifExists(), () -> catalog.volumes().delete(caller, CommandParts.name(command.name())));
    }

    private CommandResult showVolumes(Caller caller, SqlCommand.ShowVolumes command) {
        SchemaName schema = new SchemaName(command.catalog(), command.schema());
        List<List<String>> rows = Page.all(page -> catalog.volumes().list(caller, schema, page)).stream()
                .map(owned -> owned.value().name().name())
                .filter(ShowPattern.of(command.pattern()))
                .map(volume -> List.of(command.schema(), volume))
                .toList();
        return new CommandResult(command.columns(), rows);
    }

    private CommandResult describeVolume(Caller caller, SqlCommand.DescribeVolume command) {
        Owned<Volume> owned = catalog.volumes().get(caller, CommandParts.name(command.name()));
        Volume volume = owned.value();
        return new CommandResult(
                command.columns(),
                List.of(
                        List.of("name", volume.name().name()),
                        List.of("catalog", volume.name().schema().catalog()),
                        List.of("database", volume.name().schema().schema()),
                        List.of("owner", owned.owner()),
                        List.of("storageLocation", volume.location()),
                        List.of("volumeType", volume.managed() ? "MANAGED" : "EXTERNAL"),
                        List.of("comment", volume.comment().orElse(""))));
    }

    // ---- functions

    private CommandResult createFunction(Caller caller, SqlCommand.CreateFunction command) {
        return CommandParts.unlessExists(
                command.ifNotExists(),
                () -> catalog.functions()
                        .create(
                                caller,
                                CommandParts.name(command.function().name()),
                                FunctionText.write(command.function()),
                                command.replace()));
    }

    private CommandResult describeFunction(Caller caller, SqlCommand.DescribeFunction command) {
        Owned<dev.tarn.catalog.Function> owned = catalog.functions().get(caller, CommandParts.name(command.name()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Function: " + owned.value().name()));
        rows.add(List.of("Owner: " + owned.owner()));
        FunctionText.read(command.name(), owned.value().definition()).ifPresent(function -> {
            rows.add(List.of("Input: "
                    + function.parameters().stream()
                            .map(one -> one.name() + " " + one.typeText())
                            .collect(Collectors.joining(", "))));
            rows.add(List.of("Returns: " + function.returns()));
            rows.add(List.of("Body: " + function.body()));
            function.comment().ifPresent(comment -> rows.add(List.of("Comment: " + comment)));
        });
        return new CommandResult(command.columns(), rows);
    }

    // ---- dropped tables

    private CommandResult undrop(Caller caller, SqlCommand.Undrop command) {
        if (command.id().isPresent()) {
            catalog.tables().undropById(caller, command.id().get());
        } else {
            command.name().ifPresent(name -> catalog.tables().undrop(caller, CommandParts.name(name)));
        }
        return CommandResult.DONE;
    }

    private CommandResult showTablesDropped(Caller caller, SqlCommand.ShowTablesDropped command) {
        List<List<String>> rows =
                catalog.tables().dropped(caller, new SchemaName(command.catalog(), command.schema())).stream()
                        .limit(command.limit().orElse(Integer.MAX_VALUE))
                        .map(CatalogSqlCommands::droppedRow)
                        .toList();
        return new CommandResult(command.columns(), rows);
    }

    private static List<String> droppedRow(Table table) {
        return List.of(
                table.name().schema().catalog(),
                table.name().schema().schema(),
                table.name().name(),
                table.id(),
                table.type().name(),
                table.stamp().updatedAt().toString(),
                table.stamp().createdAt().toString(),
                table.stamp().updatedAt().toString(),
                table.stamp().createdBy(),
                "",
                table.comment().orElse(""));
    }
}
