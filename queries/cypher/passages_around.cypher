// The same, on these initiatives.
// Parameters: $ids, the initiatives
// Columns: document, initiative, passages (flat list of start, end)
UNWIND $ids AS id
MATCH (i:Initiative {id: id})<-[r:NAMES]-(d:Document)
WHERE size(r.passages) > 0
RETURN d.id AS document, i.id AS initiative, r.passages AS passages
ORDER BY document, initiative
