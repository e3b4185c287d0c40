// Make this transaction the only writer: every write touches this node first, so that writers wait for each other.
// Parameters: schema (the version of the schema written).
// Columns: revision (counts writes).
MERGE (atlas:Atlas {id: 'atlas'})
SET atlas.schema = $schema, atlas.revision = coalesce(atlas.revision, 0) + 1
RETURN atlas.revision AS revision
