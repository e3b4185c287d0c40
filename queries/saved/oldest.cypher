// Welche Beteiligungen sind am längsten nicht mehr belegt?
// Zweck: Je Beteiligung der jüngste Stand; was lange zurückliegt, sollte nachgefragt werden.
// English: Which participations have gone without evidence for longest?
// Name: lange_her
MATCH (a:Actor)-[p:PARTICIPATES]->(i:Initiative)
MATCH (s:Statement {fact_id: p.id})-[:IN]->(d:Document)
WITH p.id AS id, a.name AS akteur, i.name AS initiative, p.role AS rolle, max(coalesce(s.as_of, d.date)) AS belegt
WHERE belegt IS NOT NULL
RETURN belegt, akteur, initiative, rolle, id
ORDER BY belegt, akteur, initiative, rolle, id
LIMIT 100
