// Who is documented not to take part, or not formally, seen from these nodes?
// Parameters: $ids, initiatives, actors and groups
// Columns: id (of the fact), initiative, absent, strength
UNWIND $ids AS id
MATCH (i:Initiative {id: id})-[r:ABSENT]->(a:Actor|Group)
RETURN r.id AS id, i.id AS initiative, a.id AS absent, r.strength AS strength
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (a:Actor {id: id})<-[r:ABSENT]-(i:Initiative)
RETURN r.id AS id, i.id AS initiative, a.id AS absent, r.strength AS strength
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (a:Group {id: id})<-[r:ABSENT]-(i:Initiative)
RETURN r.id AS id, i.id AS initiative, a.id AS absent, r.strength AS strength
ORDER BY id
