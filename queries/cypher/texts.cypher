// What do these documents say, part by part?
// Parameters: $ids, the documents
// Columns: document, text (parts in their order)
UNWIND $ids AS id
MATCH (d:Document {id: id})-[:HAS_TEXT]->(part:TextPart)
RETURN d.id AS document, part.text AS text, part.position AS position
ORDER BY document, position
