// Which initiatives do these documents name?
// Parameters: $ids, the documents
// Columns: document, node
UNWIND $ids AS id
MATCH (d:Document {id: id})-[:NAMES]->(n:Initiative)
RETURN d.id AS document, n.id AS node
ORDER BY document, node
