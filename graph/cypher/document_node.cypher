// What is stored of a document's own node?
// Parameters: id.
// Columns: properties, id.
MATCH (d:Document {id: $id})
RETURN properties(d) AS properties, d.id AS id
ORDER BY id
