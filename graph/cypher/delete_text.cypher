// Delete the text of a document.
// Parameters: id.
MATCH (d:Document {id: $id})-[:HAS_TEXT]->(part:TextPart)
DETACH DELETE part
