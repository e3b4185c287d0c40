// Let writers wait for a while, unless somebody else has them wait already: then there is no row.
// Parameters: holder, milliseconds, schema (the version a new graph has).
// Columns: revision.
MERGE (atlas:Atlas {id: 'atlas'})
SET atlas.touched_by = $holder, atlas.schema = coalesce(atlas.schema, $schema)
WITH atlas
WHERE atlas.importing IS NULL AND (coalesce(atlas.held_until, 0) <= timestamp() OR atlas.held_by = $holder)
SET atlas.held_by = $holder, atlas.held_until = timestamp() + $milliseconds
RETURN coalesce(atlas.revision, 0) AS revision
ORDER BY revision
