// Log what this write touches, behind the writes before it; where one of them said nothing, the log begins anew.
// Parameters: before (how many writes there were before it), entries (one: its number and keys), kept (how many writes
// are kept).
MATCH (atlas:Atlas {id: 'atlas'})
WITH atlas, CASE WHEN atlas.logged = $before THEN atlas.log ELSE [] END + $entries AS log
SET atlas.log = log[-$kept..], atlas.logged = atlas.revision
