// Forget the addresses of a document.
// Parameters: id.
MATCH (d:Document {id: $id})<-[:SHOWS]-(a:Address)
DETACH DELETE a
