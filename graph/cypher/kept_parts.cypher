// What is kept of a removed document, in its parts?
// Parameters: id.
// Columns: text.
MATCH (r:Removal {id: $id})-[:KEEPS]->(part:RemovedPart)
RETURN part.text AS text, part.position AS position
ORDER BY position
