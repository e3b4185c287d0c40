// Which statement of which fact stands where?
// Columns: id, fact, document, quote_start
MATCH (s:Statement)
RETURN s.id AS id, s.fact_id AS fact, s.document_id AS document, s.quote_start AS quote_start
ORDER BY id
