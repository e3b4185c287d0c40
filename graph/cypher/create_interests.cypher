// Write interests and who holds them. NodeLabel is the holder's: Actor, Group or Initiative.
// Parameters: rows (id, holder_id, initiative_id, kind).
UNWIND $rows AS row
MATCH (holder:NodeLabel {id: row.holder_id})
CREATE (n:Interest {id: row.id, holder_id: row.holder_id, initiative_id: row.initiative_id, kind: row.kind})
CREATE (holder)-[:HAS]->(n)
