package dev.tarn.engine.catalog;

import java.net.URI;

/**
 * Where a table that is being made will lie. Nothing is stored until {@link LakehouseCatalog#createTable}; a statement that
 * fails in between leaves nothing behind but files, which the engine deletes.
 *
 * @param id of the table to be
 */
public record Placement(String id, URI location, boolean managed) {}
