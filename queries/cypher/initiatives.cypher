// Which initiatives are there?
// Parameters: $ids, the initiatives, and what is part of them; null asks for all
// Columns: id, name, type, regions, region_name, since, until, topics, status, parent_id, aliases
MATCH (i:Initiative)
WHERE $ids IS NULL OR i.id IN $ids OR i.parent_id IN $ids
RETURN i.id AS id, i.name AS name, i.type AS type, i.regions AS regions, i.region_name AS region_name,
       i.since AS since, i.until AS until, i.topics AS topics, i.status AS status, i.parent_id AS parent_id,
       i.aliases AS aliases
ORDER BY id
