// Bring parts of a text ahead of its document.
// Parameters: rows (id, position, text).
UNWIND $rows AS row
MATCH (atlas:Atlas {id: 'atlas'})
CREATE (atlas)-[:BRINGS]->(part:TextPart {id: row.id, position: row.position, text: row.text})
