// Forget what was derived from the graph: it may quote a document that goes.
// No parameters.
MATCH (l:Likeness)
DETACH DELETE l
