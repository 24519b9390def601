package io.unitycatalog.tarn;

import dev.tarn.engine.spark.catalog.GovernedCatalog;
import dev.tarn.engine.spark.catalog.LakehouseAnswers;

/** Carries the name by which Delta recognises a Unity Catalog; made by that name. */
public final class LakehouseDelegate extends LakehouseAnswers {
    public LakehouseDelegate(GovernedCatalog catalog) {
        super(catalog);
    }
}
