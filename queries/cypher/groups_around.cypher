// What is known of these groups?
// Parameters: $ids, the groups
// Columns: id, name (the word), kind, chamber_type, members (their number where one is given)
UNWIND $ids AS id
MATCH (g:Group {id: id})
RETURN g.id AS id, g.word AS name, g.kind AS kind, g.chamber_type AS chamber_type, g.count AS members
ORDER BY id
