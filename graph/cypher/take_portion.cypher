// Go on with an import by its next portion, and let writers wait on; no row when it is not the one that is under way.
// Parameters: importer, imported (the portion's number), milliseconds.
// Columns: imported (the number before).
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1
WITH atlas, atlas.imported AS imported
WHERE atlas.importing = $importer
SET atlas.imported = $imported, atlas.held_until = timestamp() + $milliseconds
RETURN imported
ORDER BY imported
