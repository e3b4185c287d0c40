// Which initiatives are there? Many a row.
// Columns: part (the last letters of their ids), rows (each: id, name, type, regions, region_name, since, until, topics,
// status, parent_id, aliases; in no order)
MATCH (i:Initiative)
RETURN right(i.id, 2) AS part,
       collect([i.id, i.name, i.type, i.regions, i.region_name, i.since, i.until, i.topics, i.status, i.parent_id,
                i.aliases]) AS rows
ORDER BY part
