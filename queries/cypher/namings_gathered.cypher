// Which nodes does each document name?
// Columns: document, nodes (in no order)
MATCH (d:Document)-[:NAMES]->(n:Actor|Group|Initiative)
RETURN d.id AS document, collect(n.id) AS nodes
ORDER BY document
