// Write facts that are relationships and are not there yet. SourceLabel, TargetLabel and LINK_TYPE come from graph.forms.
// Parameters: rows (source, target, properties).
UNWIND $rows AS row
MATCH (a:SourceLabel {id: row.source})
MATCH (b:TargetLabel {id: row.target})
CREATE (a)-[r:LINK_TYPE]->(b)
SET r = row.properties
