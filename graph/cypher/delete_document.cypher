// Delete a document's own node.
// Parameters: id.
MATCH (d:Document {id: $id})
DETACH DELETE d
