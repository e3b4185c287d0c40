// Which of these facts have a statement?
// Parameters: rows (id).
// Columns: id.
UNWIND $rows AS row
MATCH (s:Statement {fact_id: row.id})
RETURN DISTINCT row.id AS id
ORDER BY id
