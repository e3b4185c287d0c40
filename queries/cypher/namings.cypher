// Which document names which node?
// Parameters: $ids, the nodes; null asks for all
// Columns: node, document
MATCH (d:Document)-[:NAMES]->(n:Actor|Group|Initiative)
WHERE $ids IS NULL OR n.id IN $ids
RETURN n.id AS node, d.id AS document
ORDER BY node, document
