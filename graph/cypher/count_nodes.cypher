// How many nodes have this label? NodeLabel is one of the schema's labels.
// The condition lets the store look at each of them instead of at a number it keeps.
// Columns: counted.
MATCH (n:NodeLabel)
WHERE n.id IS NOT NULL
RETURN count(n) AS counted
ORDER BY counted
