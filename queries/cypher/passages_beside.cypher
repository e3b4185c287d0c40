// On which initiatives do the documents that name these actors speak?
// Parameters: $ids, the actors
// Columns: initiative
UNWIND $ids AS id
MATCH (n:Actor {id: id})<-[:NAMES]-(d:Document)
WITH DISTINCT d
MATCH (d)-[r:NAMES]->(i:Initiative)
WHERE size(r.passages) > 0
RETURN DISTINCT i.id AS initiative
ORDER BY initiative
