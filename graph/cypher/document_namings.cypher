// Which nodes does a document name, and how?
// Parameters: id.
// Columns: properties (of the naming), node_id.
MATCH (d:Document {id: $id})-[r:NAMES]->(n)
RETURN properties(r) AS properties, n.id AS node_id
ORDER BY node_id
