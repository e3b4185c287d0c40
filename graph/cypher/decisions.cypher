// Which decisions did people make?
// Columns: all properties of each decision.
MATCH (n:Decision)
RETURN properties(n) AS properties, n.id AS id
ORDER BY id
