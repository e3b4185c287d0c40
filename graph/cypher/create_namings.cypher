// Write where a document names these nodes. NodeLabel is Actor, Initiative or Group.
// Parameters: id (the document), rows (node_id, spans, passages, method, confidence, claims).
UNWIND $rows AS row
MATCH (d:Document {id: $id})
MATCH (n:NodeLabel {id: row.node_id})
CREATE (d)-[r:NAMES]->(n)
SET r = row
