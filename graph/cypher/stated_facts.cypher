// Which facts does a document support?
// Parameters: id.
// Columns: id.
MATCH (s:Statement {document_id: $id})
RETURN DISTINCT s.fact_id AS id
ORDER BY id
