// Which documents does the graph hold? One row an address, sorted by the document's first address.
// Columns: id, address, title, format, date, date_origin, sample, model, loaded_at, shown_at (one of
// its addresses).
MATCH (d:Document)<-[:SHOWS]-(a:Address)
RETURN d.id AS id, d.address AS address, d.title AS title, d.format AS format, d.date AS date,
       d.date_origin AS date_origin, d.sample AS sample, d.model AS model, d.loaded_at AS loaded_at, a.id AS shown_at
ORDER BY address, id, shown_at
