// Which removed documents are kept to be brought back?
// Columns: properties.
MATCH (r:Removal)
RETURN properties(r) AS properties, r.removed_at AS removed_at, r.id AS id
ORDER BY removed_at, id
