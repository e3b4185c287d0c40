// Who takes part in what, in which role, an initiative a row?
// Columns: initiative, rows (each: id of the fact, participant, role; in no order)
MATCH (i:Initiative)<-[r:PARTICIPATES]-(p:Actor|Group)
RETURN i.id AS initiative, collect([r.id, p.id, r.role]) AS rows
ORDER BY initiative
