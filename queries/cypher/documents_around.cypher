// What is known of these documents? The text is left out.
// Parameters: $ids, the documents
// Columns: id, title, address, date, sample, model (that took part in reading it), pages (where each begins)
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.title AS title, d.address AS address, d.date AS date, d.sample AS sample,
       d.model AS model, d.pages AS pages
ORDER BY id
