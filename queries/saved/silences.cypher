// Zu welchen Regionen sagt eine Quelle, dass es keine Erkenntnisse gibt?
// Zweck: Solche Regionen sind keine Lücken; niemand weiß etwas über sie.
// English: Of which regions does a source say that nothing is known?
// Name: keine_erkenntnisse
MATCH (r:Region)<-[:ABOUT]-(f:Silence)
MATCH (s:Statement {fact_id: f.id})-[:IN]->(d:Document)
RETURN r.id AS region, s.quote AS satz, d.title AS dokument, d.date AS stand
ORDER BY region, dokument, satz, s.id
