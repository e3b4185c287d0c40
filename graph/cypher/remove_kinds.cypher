// Take away the labels of every kind.
// Parameters: rows (id).
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Chamber:Union:EmployersAssociation:BusinessAssociation:Ministry:PublicBody:Company:University:Research:Consultancy:Network:Organisation
