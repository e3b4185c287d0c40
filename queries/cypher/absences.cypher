// Who is documented not to take part, or not formally?
// Columns: id (of the fact), initiative, absent, strength
MATCH (i:Initiative)-[r:ABSENT]->(a:Actor|Group)
RETURN r.id AS id, i.id AS initiative, a.id AS absent, r.strength AS strength
ORDER BY id
