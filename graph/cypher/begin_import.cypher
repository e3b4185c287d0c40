// Say that many documents come at once, if the graph holds none, nor a decision; no row else. Writers wait meanwhile.
// Parameters: importer, milliseconds.
// Columns: revision.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.touched_by = $importer
WITH atlas
WHERE atlas.importing IS NULL AND NOT EXISTS { MATCH (d:Document) } AND NOT EXISTS { MATCH (n:Decision) }
SET atlas.importing = $importer, atlas.imported = 0, atlas.held_by = $importer,
    atlas.held_until = timestamp() + $milliseconds
RETURN atlas.revision AS revision
ORDER BY revision
