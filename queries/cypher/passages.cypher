// Which parts of the text speak about an initiative?
// Columns: document, initiative, passages (flat list of start, end)
MATCH (d:Document)-[r:NAMES]->(i:Initiative)
WHERE size(r.passages) > 0
RETURN d.id AS document, i.id AS initiative, r.passages AS passages
ORDER BY document, initiative
