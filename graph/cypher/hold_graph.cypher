// Let writers wait for a while, unless somebody else has them wait already: then there is no row.
// Parameters: holder, milliseconds.
// Columns: revision.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.touched_by = $holder
WITH atlas
WHERE coalesce(atlas.held_until, 0) <= timestamp() OR atlas.held_by = $holder
SET atlas.held_by = $holder, atlas.held_until = timestamp() + $milliseconds
RETURN atlas.revision AS revision
ORDER BY revision
