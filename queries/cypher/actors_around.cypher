// What is known of these actors?
// Parameters: $ids, the actors
// Columns: id, name, kind, chamber_type, regions, aliases, register_id
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.chamber_type AS chamber_type, a.regions AS regions,
       a.aliases AS aliases, a.register_id AS register_id
ORDER BY id
