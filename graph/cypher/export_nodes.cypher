// Every node of one label. NodeLabel is one of the schema's labels.
// Columns: properties.
MATCH (n:NodeLabel)
RETURN properties(n) AS properties, n.id AS id
ORDER BY id
