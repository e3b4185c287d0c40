// Every naming. Columns: properties.
MATCH (d:Document)-[r:NAMES]->()
RETURN properties(r) AS properties, d.id AS document_id, r.node_id AS node_id
ORDER BY document_id, node_id
