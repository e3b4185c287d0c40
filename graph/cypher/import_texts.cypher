// Write the texts of documents, in parts.
// Parameters: rows (document_id, id, position, text).
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
CREATE (d)-[:HAS_TEXT]->(part:TextPart {id: row.id, position: row.position, text: row.text})
