// Which documents name these nodes?
// Parameters: $ids, the nodes
// Columns: node, document
UNWIND $ids AS id
MATCH (n:Actor {id: id})<-[:NAMES]-(d:Document)
RETURN n.id AS node, d.id AS document
ORDER BY node, document
UNION
UNWIND $ids AS id
MATCH (n:Group {id: id})<-[:NAMES]-(d:Document)
RETURN n.id AS node, d.id AS document
ORDER BY node, document
UNION
UNWIND $ids AS id
MATCH (n:Initiative {id: id})<-[:NAMES]-(d:Document)
RETURN n.id AS node, d.id AS document
ORDER BY node, document
