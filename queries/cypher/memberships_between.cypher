// Who of these actors is a member of which other one of them?
// Parameters: $pairs, each the ids of two actors (one, other), the first of which may be a member of the second
// Columns: id (of the fact), member, organisation
UNWIND $pairs AS pair
MATCH (m:Actor {id: pair.one})
MATCH (o:Actor {id: pair.other})
MATCH (m)-[r:MEMBER_OF]->(o)
RETURN r.id AS id, m.id AS member, o.id AS organisation
ORDER BY id
