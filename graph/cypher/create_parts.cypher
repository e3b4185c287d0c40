// Link these initiatives to the one they are a part of, where it is there.
// Parameters: rows (id, parent_id).
UNWIND $rows AS row
MATCH (child:Initiative {id: row.id})
MATCH (parent:Initiative {id: row.parent_id})
MERGE (child)-[:PART_OF]->(parent)
