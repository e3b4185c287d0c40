// Let these addresses show a document.
// Parameters: id, addresses.
MATCH (d:Document {id: $id})
UNWIND $addresses AS address
CREATE (a:Address {id: address})
CREATE (a)-[:SHOWS]->(d)
