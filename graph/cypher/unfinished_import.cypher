// Which import was interrupted, or is this one's own? No row: none.
// Parameters: importer.
// Columns: importing.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.revision = coalesce(atlas.revision, 0) + 1
WITH atlas
WHERE atlas.importing = $importer
   OR (atlas.importing IS NOT NULL AND coalesce(atlas.held_until, 0) <= timestamp())
RETURN atlas.importing AS importing
ORDER BY importing
