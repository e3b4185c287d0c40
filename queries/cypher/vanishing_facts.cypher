// Which facts would go with these documents, because nobody else states them?
// Parameters: documents.
// Columns: id.
UNWIND $documents AS document
MATCH (s:Statement {document_id: document})
WITH DISTINCT s.fact_id AS id
WHERE NOT EXISTS { MATCH (other:Statement {fact_id: id}) WHERE NOT other.document_id IN $documents }
RETURN id
ORDER BY id
