// Wie sieht das Netz aus?
// Zweck: Ein Bild für Neo4j Browser: Akteure, Gruppen und Initiativen mit ihren Beteiligungen.
// English: What does the network look like?
// Name: bild
MATCH p = (a:Actor|Group)-[r:PARTICIPATES]->(i:Initiative)
RETURN p
ORDER BY r.id
LIMIT 300
