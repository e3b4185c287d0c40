"""Questions to answers: one typed function a question, one `.cypher` file behind it."""
