// Let writers go on.
// Parameters: holder.
MATCH (atlas:Atlas {id: 'atlas'})
WHERE atlas.held_by = $holder
SET atlas.held_by = null, atlas.held_until = null, atlas.touched_by = null
