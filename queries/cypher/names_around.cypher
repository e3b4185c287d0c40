// The same of these nodes.
// Parameters: $ids, the actors and initiatives
// Columns: id, sort (actor or initiative), name, aliases, kind, regions, region_name, since, until, register_id, parent_id
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN n.id AS id, CASE WHEN n:Actor THEN 'actor' ELSE 'initiative' END AS sort, n.name AS name, n.aliases AS aliases,
       coalesce(n.kind, n.type) AS kind, n.regions AS regions, n.region_name AS region_name, n.since AS since,
       n.until AS until, n.register_id AS register_id, n.parent_id AS parent_id
ORDER BY id
UNION
UNWIND $ids AS id
MATCH (n:Initiative {id: id})
RETURN n.id AS id, CASE WHEN n:Actor THEN 'actor' ELSE 'initiative' END AS sort, n.name AS name, n.aliases AS aliases,
       coalesce(n.kind, n.type) AS kind, n.regions AS regions, n.region_name AS region_name, n.since AS since,
       n.until AS until, n.register_id AS register_id, n.parent_id AS parent_id
ORDER BY id
