// Which initiatives are a part of these ones?
// Parameters: rows (id).
// Columns: id, parent_id.
UNWIND $rows AS row
MATCH (child:Initiative {parent_id: row.id})
RETURN child.id AS id, child.parent_id AS parent_id
ORDER BY id
