// Which organisation is a part of which?
// Parameters: $ids, one of both is among them; null asks for all
// Columns: id (of the fact), branch, parent
MATCH (b:Actor)-[r:BRANCH_OF]->(p:Actor)
WHERE $ids IS NULL OR b.id IN $ids OR p.id IN $ids
RETURN r.id AS id, b.id AS branch, p.id AS parent
ORDER BY id
