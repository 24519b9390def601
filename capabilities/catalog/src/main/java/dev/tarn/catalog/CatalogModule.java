package dev.tarn.catalog;

import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.Contents;
import dev.tarn.catalog.internal.FunctionStore;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.catalog.internal.SecurableFinder;
import dev.tarn.catalog.internal.TableStore;
import dev.tarn.catalog.internal.VolumeStore;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;

/** Wires the room. */
public final class CatalogModule {
    /** What the use cases share. */
    record Parts(
            Database db,
            Guard guard,
            Grants grants,
            Clocks clocks,
            ManagedStorage storage,
            CatalogStore catalogs,
            SchemaStore schemas,
            TableStore tables,
            VolumeStore volumes,
            FunctionStore functions,
            Contents contents) {}

    private final Metastores metastores;
    private final Catalogs catalogs;
    private final Schemas schemas;
    private final Tables tables;
    private final Volumes volumes;
    private final Functions functions;
    private final TableConstraints constraints;
    private final CatalogGrants grants;
    private final WorkspaceBindings bindings;
    private final Tags tags;
    private final SystemSchemas systemSchemas;
    private final ArtifactAllowlists allowlists;
    private final TemporaryCredentials temporaryCredentials;
    private final Searches searches;

    /**
     * @param storage answers where people may put files
     * @param others finds securables of other rooms
     * @param files makes credentials for clients outside
     */
    public CatalogModule(
            Database db,
            Guard guard,
            Grants grants,
            Clocks clocks,
            ManagedStorage storage,
            ForeignSecurables others,
            FileCredentials files) {
        Parts parts = new Parts(
                db,
                guard,
                grants,
                clocks,
                storage,
                new CatalogStore(),
                new SchemaStore(),
                new TableStore(),
                new VolumeStore(),
                new FunctionStore(),
                new Contents(guard));
        this.metastores = new Metastores(parts);
        this.schemas = new Schemas(parts);
        this.catalogs = new Catalogs(parts, schemas);
        this.tables = new Tables(parts);
        this.volumes = new Volumes(parts);
        this.functions = new Functions(parts);
        this.constraints = new TableConstraints(parts);
        SecurableFinder finder = new SecurableFinder(
                parts.catalogs(), parts.schemas(), parts.tables(), parts.volumes(), parts.functions(), others);
        this.grants = new CatalogGrants(parts, finder);
        this.bindings = new WorkspaceBindings(parts, finder);
        this.tags = new Tags(parts, finder);
        this.systemSchemas = new SystemSchemas(parts);
        this.allowlists = new ArtifactAllowlists(parts);
        this.temporaryCredentials = new TemporaryCredentials(parts, files);
        this.searches = new Searches(parts);
    }

    public Metastores metastores() {
        return metastores;
    }

    public Catalogs catalogs() {
        return catalogs;
    }

    public Schemas schemas() {
        return schemas;
    }

    public Tables tables() {
        return tables;
    }

    public Volumes volumes() {
        return volumes;
    }

    public Functions functions() {
        return functions;
    }

    public TableConstraints constraints() {
        return constraints;
    }

    public CatalogGrants grants() {
        return grants;
    }

    public Tags tags() {
        return tags;
    }

    public SystemSchemas systemSchemas() {
        return systemSchemas;
    }

    public ArtifactAllowlists allowlists() {
        return allowlists;
    }

    public TemporaryCredentials temporaryCredentials() {
        return temporaryCredentials;
    }

    public WorkspaceBindings bindings() {
        return bindings;
    }

    public Searches searches() {
        return searches;
    }
}
