// Bring parts of a text ahead of its document. Twice is once: an interrupted load may have left a part.
// Parameters: rows (id, position, text).
UNWIND $rows AS row
MATCH (atlas:Atlas {id: 'atlas'})
MERGE (part:TextPart {id: row.id})
SET part.position = row.position, part.text = row.text
MERGE (atlas)-[:BRINGS]->(part)
