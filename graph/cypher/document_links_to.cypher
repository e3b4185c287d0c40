// Which facts that a document states are relationships of this type onto a node it names?
// LINK_TYPE comes from graph.forms. Parameters: id.
// Columns: properties, source, target.
MATCH (d:Document {id: $id})-[:NAMES]->(b)<-[r:LINK_TYPE]-(a)
WHERE EXISTS { MATCH (s:Statement {fact_id: r.id}) WHERE s.document_id = $id }
RETURN properties(r) AS properties, a.id AS source, b.id AS target, r.id AS id
ORDER BY id
