// Which organisation is a part of which?
// Columns: id (of the fact), branch, parent
MATCH (b:Actor)-[r:BRANCH_OF]->(p:Actor)
RETURN r.id AS id, b.id AS branch, p.id AS parent
ORDER BY id
