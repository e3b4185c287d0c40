// Which documents are loaded? The text is left out.
// Columns: id, title, address, date, sample, model (that took part in reading it), pages (where each begins)
MATCH (d:Document)
RETURN d.id AS id, d.title AS title, d.address AS address, d.date AS date, d.sample AS sample,
       d.model AS model, d.pages AS pages
ORDER BY id
