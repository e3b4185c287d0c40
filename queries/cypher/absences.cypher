// Who is documented not to take part, or not formally?
// Parameters: $ids, one of both is among them; null asks for all
// Columns: id (of the fact), initiative, absent, strength
MATCH (i:Initiative)-[r:ABSENT]->(a:Actor|Group)
WHERE $ids IS NULL OR i.id IN $ids OR a.id IN $ids
RETURN r.id AS id, i.id AS initiative, a.id AS absent, r.strength AS strength
ORDER BY id
