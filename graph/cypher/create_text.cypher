// Write the text of a document, in parts: a long text in one property is slow to read on the embedded store.
// Parameters: id, rows (id, position, text).
UNWIND $rows AS row
MATCH (d:Document {id: $id})
CREATE (d)-[:HAS_TEXT]->(part:TextPart {id: row.id, position: row.position, text: row.text})
