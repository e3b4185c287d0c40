// Let addresses show documents.
// Parameters: rows (id, document_id).
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
CREATE (a:Address {id: row.id})
CREATE (a)-[:SHOWS]->(d)
