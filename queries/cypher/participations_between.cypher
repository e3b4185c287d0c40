// Who of these actors takes part in which of these initiatives?
// Parameters: $pairs, each the ids of an actor (one) and an initiative (other)
// Columns: id (of the fact), participant, initiative, role
UNWIND $pairs AS pair
MATCH (p:Actor {id: pair.one})
MATCH (i:Initiative {id: pair.other})
MATCH (p)-[r:PARTICIPATES]->(i)
RETURN r.id AS id, p.id AS participant, i.id AS initiative, r.role AS role
ORDER BY id
