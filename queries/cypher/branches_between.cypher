// Who of these actors is a part of which other one of them?
// Parameters: $pairs, each the ids of two actors (one, other), the first of which may be a part of the second
// Columns: id (of the fact), branch, parent
UNWIND $pairs AS pair
MATCH (b:Actor {id: pair.one})
MATCH (p:Actor {id: pair.other})
MATCH (b)-[r:BRANCH_OF]->(p)
RETURN r.id AS id, b.id AS branch, p.id AS parent
ORDER BY id
