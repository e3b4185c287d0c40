// Write listings.
// Parameters: rows (id, initiative_id).
UNWIND $rows AS row
MATCH (i:Initiative {id: row.initiative_id})
CREATE (l:Listing {id: row.id, initiative_id: row.initiative_id})
CREATE (l)-[:LISTS]->(i)
