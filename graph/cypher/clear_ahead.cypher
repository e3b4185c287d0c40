// Clear the parts of texts that were brought ahead and belong to no document: their load was interrupted.
MATCH (:Atlas {id: 'atlas'})-[:BRINGS]->(part:TextPart)
DETACH DELETE part
