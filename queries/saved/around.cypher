// Was liegt um diesen Akteur oder diese Initiative herum?
// Zweck: Beteiligungen, dokumentierte Nichtbeteiligungen, Mitgliedschaften und Teile rund um einen Namen; in Neo4j Browser ein Bild.
// English: What lies around this actor or initiative?
// Name: umgebung
// Wert: $name, ein Teil des Namens, etwa 'IG Metall'
MATCH (n:Actor|Initiative)
WHERE toLower(n.name) CONTAINS toLower($name)
WITH n
ORDER BY n.id
LIMIT 5
MATCH p = (n)-[r:PARTICIPATES|ABSENT|MEMBER_OF|BRANCH_OF|PART_OF]-(m:Actor|Group|Initiative)
RETURN p
ORDER BY n.name, n.id, type(r), coalesce(m.name, m.word), r.id
LIMIT 300
