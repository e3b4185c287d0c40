// Of which organisations are these a part, and what is a part of them?
// Parameters: $ids, the actors
// Columns: id (of the fact), branch, parent
UNWIND $ids AS id
MATCH (b:Actor {id: id})-[r:BRANCH_OF]->(p:Actor)
RETURN r.id AS id, b.id AS branch, p.id AS parent
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (p:Actor {id: id})<-[r:BRANCH_OF]-(b:Actor)
RETURN r.id AS id, b.id AS branch, p.id AS parent
ORDER BY id
