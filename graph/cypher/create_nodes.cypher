// Write nodes that are not there yet. NodeLabel is Initiative, Group, Document or Decision.
// Parameters: rows (all properties).
UNWIND $rows AS row
CREATE (n:NodeLabel {id: row.id})
SET n = row
