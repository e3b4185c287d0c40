// What do facts rest on? What one document says in one way of one time a row; of participations without the words.
// Columns: document, method, confidence, as_of, reported_by, since, until, and lists side by side, in no order: facts,
// starts, ends, quotes ("" of participations)
MATCH (s:Statement)
RETURN s.document_id AS document, s.method AS method, s.confidence AS confidence, s.as_of AS as_of,
       s.reported_by AS reported_by, s.since AS since, s.until AS until, collect(s.fact_id) AS facts,
       collect(s.quote_start) AS starts, collect(s.quote_end) AS ends,
       collect(CASE WHEN s.fact_id STARTS WITH 'participation:' THEN '' ELSE s.quote END) AS quotes
ORDER BY document, method, confidence, as_of, reported_by, since, until
