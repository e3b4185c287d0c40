// Write silences and the regions they are about.
// Parameters: rows (id, region).
UNWIND $rows AS row
MERGE (r:Region {id: row.region})
CREATE (s:Silence {id: row.id, region: row.region})
CREATE (s)-[:ABOUT]->(r)
