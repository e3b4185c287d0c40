// What is known of one document, by its key? One row an address.
// Parameters: id.
// Columns: digest, address, title, format, model, loaded_at, shown_at (one of its addresses).
MATCH (d:Document {id: $id})<-[:SHOWS]-(a:Address)
RETURN d.digest AS digest, d.address AS address, d.title AS title, d.format AS format, d.model AS model,
       d.loaded_at AS loaded_at, a.id AS shown_at
ORDER BY shown_at
