// Give a document the parts of its text that were brought ahead.
// Parameters: id, parts (the ids of all parts).
// Columns: taken (how many there were).
MATCH (d:Document {id: $id})
OPTIONAL MATCH (:Atlas {id: 'atlas'})-[brings:BRINGS]->(part:TextPart)
WHERE part.id IN $parts
FOREACH (one IN CASE WHEN part IS NULL THEN [] ELSE [part] END | CREATE (d)-[:HAS_TEXT]->(one))
DELETE brings
RETURN count(part) AS taken
ORDER BY taken
