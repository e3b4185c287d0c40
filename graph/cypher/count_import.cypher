// Count a portion of an import, and let writers wait on.
// Parameters: imported, milliseconds.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.imported = $imported, atlas.held_until = timestamp() + $milliseconds
