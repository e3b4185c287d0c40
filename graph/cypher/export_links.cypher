// Every fact that is a relationship of one type. LINK_TYPE comes from graph.forms.
// Columns: properties, source, target.
MATCH (a)-[r:LINK_TYPE]->(b)
RETURN properties(r) AS properties, a.id AS source, b.id AS target, r.id AS id
ORDER BY id
