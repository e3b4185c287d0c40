// Wer sitzt an den meisten Tischen?
// Zweck: Akteure nach der Zahl der Initiativen, an denen sie beteiligt sind.
// English: Who sits at the most tables?
// Name: vielbeteiligte
MATCH (a:Actor)-[:PARTICIPATES]->(i:Initiative)
WITH a, count(DISTINCT i) AS tische
RETURN a.name AS akteur, a.kind AS art, tische, a.id AS id
ORDER BY tische DESC, akteur, id
LIMIT 50
