// Wo sagt eine Quelle, dass jemand nicht am Tisch sitzt?
// Zweck: Wer laut Quelle nicht beteiligt ist (absent) oder ohne förmliche Beteiligung unterstützt (informal).
// English: Where does a source say that somebody is not at the table?
// Name: nichtbeteiligungen
MATCH (i:Initiative)-[a:ABSENT]->(w:Actor|Group)
MATCH (s:Statement {fact_id: a.id})-[:IN]->(d:Document)
RETURN i.name AS initiative, coalesce(w.name, w.word) AS wer, a.strength AS wie, s.quote AS satz, d.title AS dokument
ORDER BY initiative, wer, wie, satz, s.id
