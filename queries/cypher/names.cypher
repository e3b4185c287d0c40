// Under which names are actors and initiatives to be found?
// Columns: id, sort (actor or initiative), name, aliases, kind, regions, region_name, since
MATCH (n:Actor|Initiative)
RETURN n.id AS id, CASE WHEN n:Actor THEN 'actor' ELSE 'initiative' END AS sort, n.name AS name, n.aliases AS aliases,
       coalesce(n.kind, n.type) AS kind, n.regions AS regions, n.region_name AS region_name, n.since AS since
ORDER BY id
