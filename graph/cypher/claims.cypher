// What do the documents say of these nodes? NodeLabel is Actor, Initiative or Group.
// Parameters: rows (id).
// Columns: id, claims (JSON text), confidence, date.
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})<-[r:NAMES]-(d:Document)
RETURN n.id AS id, r.claims AS claims, r.confidence AS confidence, d.date AS date
ORDER BY id, claims, confidence, date
