// Which nodes does a document name?
// Parameters: id.
// Columns: id, label.
MATCH (d:Document {id: $id})-[:NAMES]->(n)
RETURN n.id AS id, CASE WHEN n:Actor THEN 'Actor' WHEN n:Initiative THEN 'Initiative' ELSE 'Group' END AS label
ORDER BY id
