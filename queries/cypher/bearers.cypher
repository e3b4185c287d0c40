// Which actors and initiatives have one of these ids, or one of these folded names?
// Parameters: $ids, $names
// Columns: id
UNWIND $ids AS key
MATCH (n:Actor {id: key})
RETURN n.id AS id
ORDER BY id
UNION
UNWIND $ids AS key
MATCH (n:Initiative {id: key})
RETURN n.id AS id
ORDER BY id
UNION
UNWIND $names AS name
MATCH (n:Actor {folded: name})
RETURN n.id AS id
ORDER BY id
UNION
UNWIND $names AS name
MATCH (n:Initiative {folded: name})
RETURN n.id AS id
ORDER BY id
