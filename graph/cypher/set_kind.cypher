// Give these actors the label of their kind. KindLabel is one of ActorKind's.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
SET n:KindLabel
