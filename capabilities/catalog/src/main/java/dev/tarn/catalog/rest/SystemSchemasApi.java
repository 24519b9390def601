package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.DisableRequest;
import com.databricks.sdk.service.catalog.EnableRequest;
import com.databricks.sdk.service.catalog.ListSystemSchemasRequest;
import com.databricks.sdk.service.catalog.ListSystemSchemasResponse;
import com.databricks.sdk.service.catalog.SystemSchemaInfo;
import com.databricks.sdk.service.catalog.SystemSchemasService;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.SystemSchemas;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Unity Catalog's REST API for the schemas of the {@code system} catalog. */
public final class SystemSchemasApi implements SystemSchemasService {
    private final Caller caller;
    private final SystemSchemas schemas;
    private final Set<String> names;

    /** @param names of the schemas that the server has */
    public SystemSchemasApi(Caller caller, SystemSchemas schemas, Set<String> names) {
        this.caller = caller;
        this.schemas = schemas;
        this.names = names;
    }

    @Override
    public ListSystemSchemasResponse list(ListSystemSchemasRequest request) {
        requireCurrent(request.getMetastoreId());
        Map<String, Boolean> set = schemas.settings(caller);
        PageRequest page = PageRequest.of(request.getMaxResults(), request.getPageToken());
        List<String> rest = names.stream()
                .sorted()
                .filter(name -> name.compareTo(page.after()) > 0)
                .limit(page.size() + 1L)
                .toList();
        Page<String> answer = Page.of(rest, page, name -> name);
        return new ListSystemSchemasResponse()
                .setSchemas(answer.items().stream()
                        .map(name -> new SystemSchemaInfo()
                                .setSchema(name)
                                .setState(set.getOrDefault(name, true) ? "ENABLE_COMPLETED" : "AVAILABLE"))
                        .toList())
                .setNextPageToken(Answers.next(answer));
    }

    @Override
    public void enable(EnableRequest request) {
        set(request.getMetastoreId(), request.getSchemaName(), true);
    }

    @Override
    public void disable(DisableRequest request) {
        set(request.getMetastoreId(), request.getSchemaName(), false);
    }

    private void set(String metastore, String name, boolean open) {
        requireCurrent(metastore);
        schemas.set(caller, name, open, names.contains(name.toLowerCase(Locale.ROOT)));
    }

    private void requireCurrent(String metastore) {
        if (!caller.metastore().equals(metastore)) {
            throw CatalogErrors.metastoreNotFound();
        }
    }
}
