// Replace the properties of these nodes. NodeLabel is Actor, Initiative or Group.
// Parameters: rows (all properties, id among them).
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})
SET n = row
