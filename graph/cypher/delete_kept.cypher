// Delete what is kept of removed documents.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (r:Removal {id: row.id})-[:KEEPS]->(part:RemovedPart)
DETACH DELETE part
