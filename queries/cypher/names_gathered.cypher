// Under which names are actors and initiatives to be found, and what tells namesakes apart? Many a row.
// Columns: part (the last letters of their ids), rows (each: id, sort, name, aliases, kind, regions, region_name, since,
// until, register_id, parent_id; in no order)
MATCH (n:Actor|Initiative)
RETURN right(n.id, 2) AS part,
       collect([n.id, CASE WHEN n:Actor THEN 'actor' ELSE 'initiative' END, n.name, n.aliases, coalesce(n.kind, n.type),
                n.regions, n.region_name, n.since, n.until, n.register_id, n.parent_id]) AS rows
ORDER BY part
