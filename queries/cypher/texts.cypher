// What do these documents say, part by part?
// Parameters: $ids, the documents
// Columns: document, text (parts in their order)
MATCH (d:Document)-[:HAS_TEXT]->(part:TextPart)
WHERE d.id IN $ids
RETURN d.id AS document, part.text AS text, part.position AS position
ORDER BY document, position
