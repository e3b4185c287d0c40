// Wer trifft sich an mehreren Tischen?
// Zweck: Paare von Akteuren, die in mindestens zwei Initiativen zusammen beteiligt sind.
// English: Who meets at several tables?
// Name: begegnungen
MATCH (a:Actor)-[:PARTICIPATES]->(i:Initiative)
WITH DISTINCT a, i
MATCH (i)<-[:PARTICIPATES]-(b:Actor)
WHERE a.id < b.id
WITH DISTINCT a, b, i
WITH a, b, count(i) AS gemeinsam
WHERE gemeinsam >= 2
RETURN a.name AS einer, b.name AS anderer, gemeinsam, a.id AS id, b.id AS id2
ORDER BY gemeinsam DESC, id, id2
LIMIT 100
