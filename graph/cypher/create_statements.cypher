// Write what a document states.
// Parameters: id (the document), rows (all properties of the statement).
UNWIND $rows AS row
MATCH (d:Document {id: $id})
CREATE (s:Statement {id: row.id})
CREATE (s)-[:IN]->(d)
SET s = row
