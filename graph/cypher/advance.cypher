// Say that the graph has reached a version of the schema; no row where it was not at the one before.
// Parameters: before, version.
// Columns: revision.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1
WITH atlas
WHERE atlas.schema = $before
SET atlas.schema = $version
RETURN atlas.revision AS revision
ORDER BY revision
