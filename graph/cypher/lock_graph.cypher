// Make this transaction the only writer: every write touches this node first, so that writers wait for each other.
// Parameters: schema (the version a new graph has).
// Columns: schema, is_held (somebody copies the graph: writers wait), importing (who imports, or
// was interrupted), revision (counts writes).
MERGE (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1, atlas.schema = coalesce(atlas.schema, $schema),
    atlas.made = coalesce(atlas.made, timestamp())
RETURN atlas.schema AS schema, coalesce(atlas.held_until, 0) > timestamp() AS is_held,
       atlas.importing AS importing, atlas.revision AS revision
ORDER BY revision
