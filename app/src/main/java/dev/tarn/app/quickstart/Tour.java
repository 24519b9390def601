package dev.tarn.app.quickstart;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.catalog.CreateStorageCredential;
import com.databricks.sdk.service.catalog.ListStorageCredentialsRequest;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.settings.CreateOboTokenRequest;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.WarehouseAccessControlRequest;
import com.databricks.sdk.service.sql.WarehousePermissionLevel;
import com.databricks.sdk.service.sql.WarehousePermissionsRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * From a raw file to a governed table, through the official SDK: load, query, refuse a bad row, merge, travel in time, compact,
 * deny, grant, and look at the record of it all.
 */
public final class Tour {
    private final String host;
    private final String adminToken;
    private final Path sample;
    private final Path landing;
    private final Screen screen;

    /**
     * @param sample directory with {@code flights-3m.parquet} and {@code airports.csv} of vega-datasets
     * @param landing empty directory below which the server allows external locations
     */
    public Tour(String host, String adminToken, Path sample, Path landing, PrintStream out, boolean colour) {
        this.host = host;
        this.adminToken = adminToken;
        this.sample = sample;
        this.landing = landing;
        this.screen = new Screen(out, colour);
    }

    /** Gives the whole tour; any surprise is an exception. */
    public void give() {
        WorkspaceClient workspace = new WorkspaceClient(
                new DatabricksConfig().setHost(host).setToken(adminToken).setAuthType("pat"));
        String warehouse = workspace
                .warehouses()
                .list(new ListWarehousesRequest())
                .iterator()
                .next()
                .getId();
        Person admin = new Person("admin", host, adminToken, warehouse, screen);
        load(admin);
        query(admin);
        write(admin);
        history(admin);
        Person analyst = analyst(admin, warehouse);
        share(admin, analyst);
        record(admin, analyst.name());
    }

    private void load(Person admin) {
        screen.heading("Raw files become Delta tables");
        Path flights = landing.resolve("flights");
        try {
            Files.createDirectories(flights);
            for (String name : List.of("flights-3m.parquet", "airports.csv")) {
                Files.copy(sample.resolve(name), flights.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "file:" + flights;
        screen.say("An external location says who may read which files; nothing else on this machine can be reached.");
        if (admin.client()
                .storageCredentials()
                .list(new ListStorageCredentialsRequest())
                .iterator()
                .hasNext()) {
            screen.say("The storage credential is there already.");
        } else {
            admin.client()
                    .storageCredentials()
                    .create(new CreateStorageCredential().setName("local").setComment("This machine's disk"));
        }
        admin.run("CREATE EXTERNAL LOCATION IF NOT EXISTS landing URL '%s' WITH (STORAGE CREDENTIAL local)"
                .formatted(url));
        admin.run("CREATE SCHEMA IF NOT EXISTS main.travel COMMENT 'US domestic flights'");
        admin.run("CREATE OR REPLACE TABLE main.travel.flights AS SELECT * FROM parquet.`%s/flights-3m.parquet`"
                .formatted(url));
        admin.run("""
                CREATE TABLE main.travel.airports (iata STRING, name STRING, city STRING, state STRING, country STRING,
                  latitude DOUBLE, longitude DOUBLE)
                USING csv OPTIONS (header 'true') LOCATION '%s/airports.csv'""".formatted(url));
    }

    private void query(Person admin) {
        screen.heading("SQL over three million rows");
        admin.run("""
                SELECT a.city, a.state, count(*) AS flights, round(avg(f.delay), 1) AS mean_delay_minutes
                FROM main.travel.flights f JOIN main.travel.airports a ON a.iata = f.origin
                GROUP BY ALL HAVING count(*) > 50000 ORDER BY mean_delay_minutes DESC LIMIT 5""");
    }

    private void write(Person admin) {
        screen.heading("A table keeps its promises");
        admin.run("CREATE OR REPLACE TABLE main.travel.watch_list (iata STRING NOT NULL, reason STRING, since DATE)");
        admin.run(
                "INSERT INTO main.travel.watch_list VALUES ('ORD', 'late', DATE'2026-01-01'), ('EWR', 'late', DATE'2026-01-02')");
        screen.say("A row of the wrong shape is refused, and nothing of it is written:");
        admin.mustFail("INSERT INTO main.travel.watch_list VALUES ('SFO', 'fog', 'soon')");
        admin.mustFail("INSERT INTO main.travel.watch_list VALUES (NULL, 'nameless', DATE'2026-01-03')");
        screen.say("MERGE changes and adds rows in one commit:");
        admin.run("""
                MERGE INTO main.travel.watch_list w
                USING (SELECT * FROM VALUES ('ORD', 'very late'), ('ATL', 'busy') AS v(iata, reason)) n ON w.iata = n.iata
                WHEN MATCHED THEN UPDATE SET reason = n.reason
                WHEN NOT MATCHED THEN INSERT (iata, reason, since) VALUES (n.iata, n.reason, DATE'2026-02-01')""");
        admin.run("SELECT * FROM main.travel.watch_list ORDER BY iata");
    }

    private void history(Person admin) {
        screen.heading("Every version stays readable");
        admin.run("SELECT * FROM main.travel.watch_list VERSION AS OF 1 ORDER BY iata");
        admin.run("OPTIMIZE main.travel.watch_list");
        admin.run("DESCRIBE HISTORY main.travel.watch_list", "version", "timestamp", "operation", "operationMetrics");
    }

    private Person analyst(Person admin, String warehouse) {
        ServicePrincipal analyst =
                admin.client().servicePrincipals().create(new ServicePrincipal().setDisplayName("analyst"));
        String token = admin.client()
                .tokenManagement()
                .createOboToken(new CreateOboTokenRequest()
                        .setApplicationId(analyst.getApplicationId())
                        .setComment("quickstart")
                        .setLifetimeSeconds(86_400L))
                .getTokenValue();
        admin.client()
                .warehouses()
                .updatePermissions(new WarehousePermissionsRequest()
                        .setWarehouseId(warehouse)
                        .setAccessControlList(List.of(new WarehouseAccessControlRequest()
                                .setServicePrincipalName(analyst.getApplicationId())
                                .setPermissionLevel(WarehousePermissionLevel.CAN_USE))));
        return new Person(analyst.getApplicationId(), host, token, warehouse, screen);
    }

    private void share(Person admin, Person analyst) {
        String name = analyst.name();
        screen.heading("A second user sees what was granted, and nothing else");
        String count = "SELECT count(*) AS late FROM main.travel.flights WHERE delay > 60";
        analyst.mustFail(count);
        admin.run("GRANT USE CATALOG ON CATALOG main TO `%s`".formatted(name));
        admin.run("GRANT USE SCHEMA ON SCHEMA main.travel TO `%s`".formatted(name));
        admin.run("GRANT SELECT ON TABLE main.travel.flights TO `%s`".formatted(name));
        analyst.run(count);
        analyst.mustFail("DELETE FROM main.travel.flights");
        analyst.run("SHOW TABLES IN main.travel");
    }

    private void record(Person admin, String name) {
        screen.heading("And it is all on record");
        admin.run("""
                SELECT action_name, user_identity.email AS who, response.result AS decision, count(*) AS times
                FROM system.access.audit WHERE user_identity.email = '%s' GROUP BY ALL ORDER BY times DESC, action_name LIMIT 8""".formatted(name));
    }
}
