// Of which organisations are these members, and who is a member of them?
// Parameters: $ids, the actors
// Columns: id (of the fact), member, organisation
UNWIND $ids AS id
MATCH (m:Actor {id: id})-[r:MEMBER_OF]->(o:Actor)
RETURN r.id AS id, m.id AS member, o.id AS organisation
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (o:Actor {id: id})<-[r:MEMBER_OF]-(m:Actor)
RETURN r.id AS id, m.id AS member, o.id AS organisation
ORDER BY id
