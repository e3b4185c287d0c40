// Where does one document name its actors, initiatives and groups?
// Parameters: $document, its id
// Columns: node, spans, passages (both flat lists of start, end)
MATCH (d:Document {id: $document})-[r:NAMES]->(n:Actor|Group|Initiative)
RETURN n.id AS node, r.spans AS spans, r.passages AS passages
ORDER BY node
