-- A dropped table outlives its schema, so it says itself which metastore it is of.
ALTER TABLE catalog_table ADD COLUMN metastore TEXT NOT NULL DEFAULT '';
UPDATE catalog_table SET metastore = (
    SELECT c.metastore FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id WHERE s.id = catalog_table.schema_id)
WHERE schema_id IN (SELECT id FROM catalog_schema);
