package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.DataSource;
import com.databricks.sdk.service.sql.DataSourcesService;
import dev.tarn.core.Caller;
import dev.tarn.core.PageRequest;
import dev.tarn.sql.Warehouse;
import dev.tarn.sql.WarehouseState;
import dev.tarn.sql.Warehouses;
import java.util.Collection;

/** Warehouses as the older queries and dashboards name them: a data source's id is its warehouse's. */
public final class DataSourcesApi implements DataSourcesService {
    private final Caller caller;
    private final Warehouses warehouses;

    public DataSourcesApi(Caller caller, Warehouses warehouses) {
        this.caller = caller;
        this.warehouses = warehouses;
    }

    @Override
    public Collection<DataSource> list() {
        return warehouses.list(caller, PageRequest.first(PageRequest.MAXIMUM)).items().stream()
                .map(DataSourcesApi::answer)
                .toList();
    }

    private static DataSource answer(Warehouse warehouse) {
        boolean runs = warehouse.activity().state() == WarehouseState.RUNNING;
        return new DataSource()
                .setId(warehouse.id())
                .setWarehouseId(warehouse.id())
                .setName(warehouse.name())
                .setType("databricks_internal")
                .setSyntax("sql")
                .setPaused(runs ? 0L : 1L)
                .setSupportsAutoLimit(true)
                .setViewOnly(false);
    }
}
