// Keep likenesses.
// Parameters: rows (all properties).
UNWIND $rows AS row
CREATE (l:Likeness {id: row.id})
SET l = row
