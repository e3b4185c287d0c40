// Who takes part in what, in which role? Many a row.
// Columns: part (the last letters of the initiatives' ids), and lists side by side, in no order: id (of the fact),
// participant, initiative, role
MATCH (i:Initiative)<-[r:PARTICIPATES]-(p:Actor|Group)
RETURN right(i.id, 2) AS part, collect(r.id) AS id, collect(p.id) AS participant, collect(i.id) AS initiative,
       collect(r.role) AS role
ORDER BY part
