// Delete relationships from these nodes that no statement supports. NodeLabel and LINK_TYPE come from graph.forms.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})-[r:LINK_TYPE]->()
WHERE NOT EXISTS { MATCH (s:Statement {fact_id: r.id}) }
DELETE r
