// Delete what a document states.
// Parameters: id.
MATCH (s:Statement {document_id: $id})
DETACH DELETE s
