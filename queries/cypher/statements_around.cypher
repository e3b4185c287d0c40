// What do these facts rest on?
// Parameters: $ids, the facts
// Columns: id, fact, document, quote_start, quote_end, quote, method, confidence, as_of, reported_by, since, until
UNWIND $ids AS id
MATCH (s:Statement {fact_id: id})
RETURN s.id AS id, s.fact_id AS fact, s.document_id AS document, s.quote_start AS quote_start, s.quote_end AS quote_end,
       s.quote AS quote, s.method AS method, s.confidence AS confidence, s.as_of AS as_of,
       s.reported_by AS reported_by, s.since AS since, s.until AS until
ORDER BY id
