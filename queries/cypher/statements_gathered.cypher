// What do facts rest on, a document a row?
// Columns: document, rows (each: id, fact, quote_start, quote_end, quote, method, confidence, as_of, reported_by, since,
// until; in no order)
MATCH (s:Statement)
RETURN s.document_id AS document,
       collect([s.id, s.fact_id, s.quote_start, s.quote_end, s.quote, s.method, s.confidence, s.as_of, s.reported_by,
                s.since, s.until]) AS rows
ORDER BY document
