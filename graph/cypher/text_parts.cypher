// The text of one document, in its parts.
// Parameters: id.
// Columns: text.
MATCH (d:Document {id: $id})-[:HAS_TEXT]->(part:TextPart)
RETURN part.text AS text, part.position AS position
ORDER BY position
