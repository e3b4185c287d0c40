// Whose participants does a document enumerate?
// Parameters: $ids, the initiatives; null asks for all
// Columns: id (of the fact), initiative
MATCH (l:Listing)
WHERE $ids IS NULL OR l.initiative_id IN $ids
RETURN l.id AS id, l.initiative_id AS initiative
ORDER BY id
