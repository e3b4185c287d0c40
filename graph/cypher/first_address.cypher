// Set a document's address to the first of those it has left.
// Parameters: id.
MATCH (d:Document {id: $id})<-[:SHOWS]-(a:Address)
WITH d, min(a.id) AS address
SET d.address = address
