// Who takes part in what, seen from these participants and initiatives?
// Parameters: $ids, the participants and initiatives
// Columns: id (of the fact), participant, initiative, role
UNWIND $ids AS id
MATCH (p:Actor {id: id})-[r:PARTICIPATES]->(i:Initiative)
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (p:Group {id: id})-[r:PARTICIPATES]->(i:Initiative)
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (i:Initiative {id: id})<-[r:PARTICIPATES]-(p:Actor|Group)
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
