// Which actors and initiatives have this folded name as an alias?
// Parameters: $name
// Columns: id
MATCH (n:Actor|Initiative)
WHERE $name IN n.folded_aliases
RETURN n.id AS id
ORDER BY id
