// Go on with an import; no row when it is not, or no longer, the one that is under way.
// Parameters: importer.
// Columns: imported (how many portions are there).
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1
WITH atlas
WHERE atlas.importing = $importer
RETURN atlas.imported AS imported
ORDER BY imported
