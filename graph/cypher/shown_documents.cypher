// Which documents do these addresses show now, and how many addresses has each of them?
// Parameters: addresses.
// Columns: address, id, loaded_at, addresses.
UNWIND $addresses AS address
MATCH (a:Address {id: address})-[:SHOWS]->(d:Document)
RETURN address, d.id AS id, d.loaded_at AS loaded_at, COUNT { (d)<-[:SHOWS]-(:Address) } AS addresses
ORDER BY address
