// Welche Gewerkschaft sitzt an welchem Tisch, und wo steht das?
// Zweck: Gewerkschaften mit Namen, ihre Rolle und der Satz, der es belegt.
// English: Which union sits at which table, and where is it written?
// Name: gewerkschaften
MATCH (u:Union)-[p:PARTICIPATES]->(i:Initiative)
MATCH (s:Statement {fact_id: p.id})-[:IN]->(d:Document)
RETURN i.name AS initiative, u.name AS gewerkschaft, p.role AS rolle, s.quote AS satz, d.title AS dokument, d.date AS stand
ORDER BY initiative, gewerkschaft, rolle, satz, s.id
