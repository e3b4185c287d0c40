// Write a person's decision.
// Parameters: id, properties.
MERGE (n:Decision {id: $id})
SET n = $properties
