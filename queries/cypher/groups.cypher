// Which groups take part or are absent without a name?
// Columns: id, name (the word), kind, chamber_type, members (their number where one is given)
MATCH (g:Group)
RETURN g.id AS id, g.word AS name, g.kind AS kind, g.chamber_type AS chamber_type, g.count AS members
ORDER BY id
