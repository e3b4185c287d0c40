// How do these nodes stand in the graph now? NodeLabel is Actor, Initiative or Group.
// Parameters: rows (id).
// Columns: id, labels, properties.
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
