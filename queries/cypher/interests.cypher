// Who seeks or offers cooperation?
// Parameters: $ids, one of both is among them; null asks for all
// Columns: id (of the fact), holder, initiative, kind
MATCH (n:Interest)
WHERE $ids IS NULL OR n.holder_id IN $ids OR n.initiative_id IN $ids
RETURN n.id AS id, n.holder_id AS holder, n.initiative_id AS initiative, n.kind AS kind
ORDER BY id
