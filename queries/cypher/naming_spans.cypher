// Where do these documents name what?
// Parameters: $ids, the documents
// Columns: document, node, spans (flat list of start, end)
UNWIND $ids AS id
MATCH (d:Document {id: id})-[r:NAMES]->(n:Actor|Group|Initiative)
RETURN d.id AS document, n.id AS node, r.spans AS spans
ORDER BY document, node
