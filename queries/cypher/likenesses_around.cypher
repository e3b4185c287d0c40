// The same, seen from these nodes.
// Parameters: $ids, the nodes
// Columns: id, sort (of likeness), one, other, details (JSON text)
UNWIND $ids AS id
MATCH (l:Likeness {one: id})
RETURN l.id AS id, l.sort AS sort, l.one AS one, l.other AS other, l.details AS details
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (l:Likeness {other: id})
RETURN l.id AS id, l.sort AS sort, l.one AS one, l.other AS other, l.details AS details
ORDER BY id
