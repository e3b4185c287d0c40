// Delete regions that nothing speaks about any longer.
MATCH (r:Region)
WHERE NOT EXISTS { MATCH (r)<-[:ABOUT]-(:Silence) }
DELETE r
