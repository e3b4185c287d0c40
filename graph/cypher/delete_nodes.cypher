// Delete nodes or facts that nothing supports any longer. NodeLabel is their label.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})
DETACH DELETE n
