// Which document names which node?
// Columns: node, document
MATCH (d:Document)-[:NAMES]->(n:Actor|Group|Initiative)
RETURN n.id AS node, d.id AS document
ORDER BY node, document
