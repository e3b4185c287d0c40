// Who of these seeks or offers cooperation, and who seeks or offers it in them?
// Parameters: $ids, holders and initiatives
// Columns: id (of the fact), holder, initiative, kind
UNWIND $ids AS id
MATCH (n:Interest {holder_id: id})
RETURN n.id AS id, n.holder_id AS holder, n.initiative_id AS initiative, n.kind AS kind
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (n:Interest {initiative_id: id})
RETURN n.id AS id, n.holder_id AS holder, n.initiative_id AS initiative, n.kind AS kind
ORDER BY id
