// Which actors, initiatives and groups would go with these documents, because nobody else names them?
// Parameters: documents.
// Columns: id, name, sort (actor, initiative or group), regions.
UNWIND $documents AS document
MATCH (d:Document {id: document})-[:NAMES]->(n)
WITH DISTINCT n
WHERE NOT EXISTS { MATCH (n)<-[:NAMES]-(other:Document) WHERE NOT other.id IN $documents }
RETURN n.id AS id, coalesce(n.name, n.word) AS name,
       CASE WHEN n:Actor THEN 'actor' WHEN n:Initiative THEN 'initiative' ELSE 'group' END AS sort, n.regions AS regions
ORDER BY sort, name, id
