// Write what documents state.
// Parameters: rows (all properties of the statement).
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
CREATE (s:Statement {id: row.id})
CREATE (s)-[:IN]->(d)
SET s = row
