// Who takes part in what, in which role?
// Parameters: $ids, one of both is among them; null asks for all
// Columns: id (of the fact), participant, initiative, role
MATCH (p:Actor|Group)-[r:PARTICIPATES]->(i:Initiative)
WHERE $ids IS NULL OR p.id IN $ids OR i.id IN $ids
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
