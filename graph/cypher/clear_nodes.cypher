// Delete some nodes of a label with all their relationships. NodeLabel is one of the schema's labels.
// Parameters: limit.
// Columns: cleared (how many).
MATCH (n:NodeLabel)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(n) AS cleared
ORDER BY cleared
