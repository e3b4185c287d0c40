// What does the graph hold, document by document? One row an address.
// Columns: id, address, digest, title, format, loaded_at, shown_at (one of its addresses).
MATCH (d:Document)<-[:SHOWS]-(a:Address)
RETURN d.id AS id, d.address AS address, d.digest AS digest, d.title AS title, d.format AS format,
       d.loaded_at AS loaded_at, a.id AS shown_at
ORDER BY address, id, shown_at
