// Delete what a document names; the nodes stay.
// Parameters: id.
MATCH (d:Document {id: $id})-[r:NAMES]->()
DELETE r
