// Which organisation is a member of which?
// Columns: id (of the fact), member, organisation
MATCH (m:Actor)-[r:MEMBER_OF]->(o:Actor)
RETURN r.id AS id, m.id AS member, o.id AS organisation
ORDER BY id
