// How many nodes have this label? NodeLabel is one of the schema's labels.
// Columns: counted.
MATCH (n:NodeLabel)
RETURN count(n) AS counted
ORDER BY counted
