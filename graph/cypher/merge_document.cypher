// Write a document's own properties.
// Parameters: id, properties.
MERGE (d:Document {id: $id})
SET d = $properties
