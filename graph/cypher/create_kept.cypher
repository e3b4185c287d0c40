// Keep parts of what a removed document said.
// Parameters: id, rows (id, position, text).
UNWIND $rows AS row
MATCH (r:Removal {id: $id})
CREATE (r)-[:KEEPS]->(part:RemovedPart {id: row.id, position: row.position, text: row.text})
