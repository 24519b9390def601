package dev.tarn.sql;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectAcls;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.engine.SqlEngine;
import dev.tarn.sql.internal.DefaultWarehouseStore;
import dev.tarn.sql.internal.Executions;
import dev.tarn.sql.internal.LinkSigner;
import dev.tarn.sql.internal.ProfileStore;
import dev.tarn.sql.internal.QueryStore;
import dev.tarn.sql.internal.QueryWriter;
import dev.tarn.sql.internal.ResultFiles;
import dev.tarn.sql.internal.ResultSpool;
import dev.tarn.sql.internal.StatementRunner;
import dev.tarn.sql.internal.Ticker;
import dev.tarn.sql.internal.WarehouseQueues;
import dev.tarn.sql.internal.WarehouseStore;
import java.time.Duration;
import java.util.List;

/** Wires the room. */
public final class SqlModule implements AutoCloseable {
    private final ResultSpool spool;
    private final QueryWriter writer;
    private final WarehouseQueues queues;
    private final Warehouses warehouses;
    private final DefaultWarehouses defaultWarehouses;
    private final Statements statements;
    private final QueryHistory history;
    private final StatementProfiles profiles;
    private final Ticker ticker = new Ticker();

    public SqlModule(Database db, ObjectAcls acls, Audit audit, Clocks clocks, SqlEngine engine, SqlConfig config) {
        acls.serve(Warehouse.TYPE);
        spool = new ResultSpool(
                new ResultFiles(config.resultDirectory(), config.results().disk()), config.results());
        QueryStore queryStore = new QueryStore();
        ProfileStore profileStore = new ProfileStore();
        writer = new QueryWriter(db, queryStore, profileStore);
        Statements.History log = new Statements.History(queryStore, profileStore, writer);
        StatementRunner runner = new StatementRunner(engine, spool, writer, clocks);
        queues = new WarehouseQueues(runner::run);
        Executions executions = new Executions(queues, writer, clocks);
        DefaultWarehouseStore defaults = new DefaultWarehouseStore();
        warehouses = new Warehouses(
                db,
                acls,
                audit,
                clocks,
                new Warehouses.Stores(new WarehouseStore(), defaults),
                new Warehouses.Running(engine, queues, executions, config.concurrentStatements()));
        defaultWarehouses = new DefaultWarehouses(db, audit, warehouses, defaults);
        statements = new Statements(
                db,
                audit,
                clocks,
                config,
                warehouses,
                new Statements.Running(queues, executions, new LinkSigner()),
                log);
        history = new QueryHistory(db, clocks, config.historyRetention(), warehouses, log);
        this.profiles = new StatementProfiles(db, clocks, statements, log, queues);
        statements.recover(clocks.machine());
    }

    /** Begins the housekeeping: timeouts, expiry, auto stop, retention. */
    public void start() {
        ticker.start(List.of(
                new Ticker.Task(Duration.ofSeconds(1), statements::sweep),
                new Ticker.Task(Duration.ofSeconds(5), warehouses::stopIdle),
                new Ticker.Task(Duration.ofHours(1), history::prune)));
    }

    public Warehouses warehouses() {
        return warehouses;
    }

    public DefaultWarehouses defaultWarehouses() {
        return defaultWarehouses;
    }

    public Statements statements() {
        return statements;
    }

    public StatementProfiles profiles() {
        return profiles;
    }

    public QueryHistory history() {
        return history;
    }

    /** Statements that wait, run, and ended since the start, by state, on all warehouses; for metrics. */
    public long count(QueryRecord.Status status) {
        return switch (status) {
            case QUEUED -> queues.waitingCount();
            case RUNNING -> queues.runningCount();
            default -> writer.ended(status);
        };
    }

    /** Cancels what runs, and writes the history; call before the engine and the database are closed. */
    @Override
    public void close() {
        ticker.close();
        statements.shutDown();
        queues.close();
        writer.close();
        spool.close();
    }
}
