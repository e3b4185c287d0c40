// Who seeks or offers cooperation?
// Columns: id (of the fact), holder, initiative, kind
MATCH (n:Interest)
RETURN n.id AS id, n.holder_id AS holder, n.initiative_id AS initiative, n.kind AS kind
ORDER BY id
