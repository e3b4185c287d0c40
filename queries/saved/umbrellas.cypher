// Wer gehört zu welchem Dachverband, und wer ist Teil von wem?
// Zweck: Ein Bild der Mitgliedschaften und Gliederungen.
// English: Who belongs to which umbrella, and who is a part of whom?
// Name: dachverbaende
MATCH p = (a:Actor)-[r:MEMBER_OF|BRANCH_OF]->(b:Actor)
RETURN p
ORDER BY r.id
LIMIT 300
