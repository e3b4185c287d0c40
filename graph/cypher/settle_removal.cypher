// Say that all parts are there.
// Parameters: id.
// Columns: parts (how many there are).
MATCH (r:Removal {id: $id})
SET r.ready = true
WITH r
RETURN COUNT { (r)-[:KEEPS]->(:RemovedPart) } AS parts
ORDER BY parts
