// Which actors and initiatives does each document name?
// Columns: document, sort (actor or initiative), node
MATCH (d:Document)-[:NAMES]->(n:Actor|Initiative)
RETURN d.id AS document, CASE WHEN n:Actor THEN 'actor' ELSE 'initiative' END AS sort, n.id AS node
ORDER BY document, node
