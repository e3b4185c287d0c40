// Wie sieht das Netz aus?
// Zweck: Akteure, Gruppen und Initiativen mit ihren Beteiligungen; in Neo4j Browser ein Bild.
// English: What does the network look like?
// Name: bild
MATCH p = (a:Actor|Group)-[r:PARTICIPATES]->(i:Initiative)
RETURN p
ORDER BY i.name, coalesce(a.name, a.word), r.id
LIMIT 300
