// Welche Initiativen gibt es, und wie viele sind namentlich dabei?
// Zweck: Ein Überblick zum Sortieren: Art, Regionen, Beginn, Status und Zahl der genannten Akteure.
// English: Which initiatives are there, and how many take part by name?
// Name: initiativen
MATCH (i:Initiative)
RETURN i.name AS initiative, i.type AS art, i.regions AS regionen, i.since AS seit, i.status AS status,
       COUNT { (i)<-[:PARTICIPATES]-(:Actor) } AS beteiligungen, i.id AS id
ORDER BY initiative, id
