// What is stored of a document's own node?
// Parameters: id.
// Columns: properties.
MATCH (d:Document {id: $id})
RETURN properties(d) AS properties
ORDER BY d.id
