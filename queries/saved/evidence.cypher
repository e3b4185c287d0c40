// Welche Sätze tragen diese Initiative?
// Zweck: Jede Fundstelle zu Beteiligungen an einer Initiative, mit Dokument und Stelle im Text.
// English: Which sentences carry this initiative?
// Name: fundstellen
// Wert: $name, ein Teil des Namens der Initiative
MATCH (i:Initiative)<-[p:PARTICIPATES]-(w:Actor|Group)
WHERE toLower(i.name) CONTAINS toLower($name)
MATCH (s:Statement {fact_id: p.id})-[:IN]->(d:Document)
RETURN i.name AS initiative, coalesce(w.name, w.word) AS wer, p.role AS rolle, s.quote AS satz, d.title AS dokument,
       s.quote_start AS ab, s.quote_end AS bis
ORDER BY initiative, wer, rolle, dokument, ab, s.id
