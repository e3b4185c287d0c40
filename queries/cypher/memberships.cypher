// Which organisation is a member of which?
// Parameters: $ids, one of both is among them; null asks for all
// Columns: id (of the fact), member, organisation
MATCH (m:Actor)-[r:MEMBER_OF]->(o:Actor)
WHERE $ids IS NULL OR m.id IN $ids OR o.id IN $ids
RETURN r.id AS id, m.id AS member, o.id AS organisation
ORDER BY id
