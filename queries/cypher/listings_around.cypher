// Which documents enumerate the participants of these initiatives?
// Parameters: $ids, the initiatives
// Columns: id (of the fact), initiative
UNWIND $ids AS id
MATCH (l:Listing {initiative_id: id})
RETURN l.id AS id, l.initiative_id AS initiative
ORDER BY id
