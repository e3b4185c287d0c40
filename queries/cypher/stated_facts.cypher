// Which facts does each document state?
// Columns: document, fact
MATCH (s:Statement)
WITH DISTINCT s.document_id AS document, s.fact_id AS fact
RETURN document, fact
ORDER BY document, fact
