// Say in which initiative these interests are held.
// Parameters: rows (id, initiative_id).
UNWIND $rows AS row
MATCH (n:Interest {id: row.id})
MATCH (i:Initiative {id: row.initiative_id})
CREATE (n)-[:IN_INITIATIVE]->(i)
