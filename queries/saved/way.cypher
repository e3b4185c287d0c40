// Über welche Tische und Mitgliedschaften sind zwei Akteure verbunden?
// Zweck: Der kürzeste Weg zwischen zwei Namen; Nichtbeteiligungen zählen nicht als Weg.
// English: By which tables and memberships are two actors connected?
// Name: weg
// Wert: $one, der genaue Name, etwa 'IG Metall'
// Wert: $other, der genaue Name des zweiten
MATCH (a:Actor {name: $one})
MATCH (b:Actor {name: $other})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:PARTICIPATES|MEMBER_OF|BRANCH_OF*..8]-(b))
WITH [n IN nodes(p) | n.name] AS stationen, [n IN nodes(p) | n.id] AS ids, length(p) AS schritte
RETURN stationen, schritte
ORDER BY schritte, ids
LIMIT 1
