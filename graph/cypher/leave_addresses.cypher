// Let these addresses show nothing.
// Parameters: addresses.
UNWIND $addresses AS address
MATCH (a:Address {id: address})
DETACH DELETE a
