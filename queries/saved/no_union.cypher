// An welchem Tisch sitzt eine Kammer, und keine Gewerkschaft ist genannt?
// Zweck: Ein Anfang für die Suche nach Lücken; „gaps“ kennt dazu Listen, Dachverbände und offene Stellen.
// English: At which table sits a chamber, and no union is named?
// Name: ohne_gewerkschaft
MATCH (i:Initiative)<-[:PARTICIPATES]-(c:Chamber)
WHERE NOT EXISTS { (i)<-[:PARTICIPATES]-(:Union) }
  AND NOT EXISTS { (i)<-[:PARTICIPATES]-(:Group {kind: 'union'}) }
WITH DISTINCT i, c
ORDER BY c.name, c.id
RETURN i.name AS initiative, collect(c.name) AS kammern, i.id AS id
ORDER BY initiative, id
