// Write where documents name nodes. NodeLabel is Actor, Initiative or Group.
// Parameters: rows (document_id, properties).
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
MATCH (n:NodeLabel {id: row.properties.node_id})
CREATE (d)-[r:NAMES]->(n)
SET r = row.properties
