// How many nodes have which label, by the numbers that either store keeps?
// One row, and no order: sorting it would let the embedded engine look at each node.
// Columns: Actor, Group, Initiative, Document, Statement, Unread, Decision.
CALL () { MATCH (n:Actor) RETURN count(n) AS Actor }
CALL () { MATCH (n:Group) RETURN count(n) AS Group }
CALL () { MATCH (n:Initiative) RETURN count(n) AS Initiative }
CALL () { MATCH (n:Document) RETURN count(n) AS Document }
CALL () { MATCH (n:Statement) RETURN count(n) AS Statement }
CALL () { MATCH (n:Unread) RETURN count(n) AS Unread }
CALL () { MATCH (n:Decision) RETURN count(n) AS Decision }
RETURN Actor, Group, Initiative, Document, Statement, Unread, Decision
