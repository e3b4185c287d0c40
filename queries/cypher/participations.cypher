// Who takes part in what, in which role?
// Columns: id (of the fact), participant, initiative, role
MATCH (p:Actor|Group)-[r:PARTICIPATES]->(i:Initiative)
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
