// Which initiatives are there?
// Columns: id, name, type, regions, region_name, since, until, topics, status, parent_id, aliases
MATCH (i:Initiative)
RETURN i.id AS id, i.name AS name, i.type AS type, i.regions AS regions, i.region_name AS region_name,
       i.since AS since, i.until AS until, i.topics AS topics, i.status AS status, i.parent_id AS parent_id,
       i.aliases AS aliases
ORDER BY id
