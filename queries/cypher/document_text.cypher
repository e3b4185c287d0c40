// What does one document say, word for word?
// Parameters: $document, its id
// Columns: id, title, address, date, sample, text
MATCH (d:Document {id: $document})
RETURN d.id AS id, d.title AS title, d.address AS address, d.date AS date, d.sample AS sample, d.text AS text
ORDER BY id
