// Forget which initiative these ones are a part of.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (child:Initiative {id: row.id})-[r:PART_OF]->()
DELETE r
