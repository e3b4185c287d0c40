// Link the initiatives that are a part of these ones to them.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (child:Initiative {parent_id: row.id})
WHERE child.id <> row.id
MATCH (parent:Initiative {id: row.id})
MERGE (child)-[:PART_OF]->(parent)
