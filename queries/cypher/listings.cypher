// Whose participants does a document enumerate?
// Columns: id (of the fact), initiative
MATCH (l:Listing)
RETURN l.id AS id, l.initiative_id AS initiative
ORDER BY id
