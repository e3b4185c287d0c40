// When was this decision written, and was it undone?
// Parameters: id.
// Columns: all properties of the decision.
MATCH (n:Decision {id: $id})
RETURN properties(n) AS properties
