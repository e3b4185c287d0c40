// Of which regions does a document say that nothing is known?
// Columns: id (of the fact), region
MATCH (s:Silence)
RETURN s.id AS id, s.region AS region
ORDER BY id
