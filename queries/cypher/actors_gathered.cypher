// Which actors are there? Many a row.
// Columns: part (the last letters of their ids), rows (each: id, name, kind, chamber_type, regions, aliases,
// register_id; in no order)
MATCH (a:Actor)
RETURN right(a.id, 2) AS part,
       collect([a.id, a.name, a.kind, a.chamber_type, a.regions, a.aliases, a.register_id]) AS rows
ORDER BY part
