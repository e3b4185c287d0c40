// Which groups take part or are absent without a name?
// Parameters: $ids, the groups; null asks for all
// Columns: id, name (the word), kind, chamber_type, members (their number where one is given)
MATCH (g:Group)
WHERE $ids IS NULL OR g.id IN $ids
RETURN g.id AS id, g.word AS name, g.kind AS kind, g.chamber_type AS chamber_type, g.count AS members
ORDER BY id
