// Wer gehört zu welchem Dachverband, und wer ist Teil von wem?
// Zweck: Mitgliedschaften und Gliederungen; in Neo4j Browser ein Bild.
// English: Who belongs to which umbrella, and who is a part of whom?
// Name: dachverbaende
MATCH p = (a:Actor)-[r:MEMBER_OF|BRANCH_OF]->(b:Actor)
RETURN p
ORDER BY b.name, a.name, r.id
LIMIT 300
