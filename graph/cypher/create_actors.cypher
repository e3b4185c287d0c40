// Write actors that are not there yet. KindLabel is one of ActorKind's.
// Parameters: rows (all properties).
UNWIND $rows AS row
CREATE (n:Actor:KindLabel {id: row.id})
SET n = row
