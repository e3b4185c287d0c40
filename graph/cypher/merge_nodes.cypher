// Make sure that these nodes are there. Labels and properties follow in statements of their own: on the embedded store
// a merge that also sets a label fails. NodeLabel is Actor, Initiative or Group.
// Parameters: rows (id).
UNWIND $rows AS row
MERGE (n:NodeLabel {id: row.id})
