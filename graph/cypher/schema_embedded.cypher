// What the embedded engine needs before the first write. One statement ends at each line that holds only a semicolon.
// Actors have no unique constraint here: with one, the engine takes a second change of labels in one transaction for a
// second node and refuses it. Writers take turns (lock_graph), so a MERGE on the key finds what is there.
CREATE INDEX actor_id IF NOT EXISTS FOR (n:Actor) ON (n.id)
;
CREATE CONSTRAINT initiative_id IF NOT EXISTS FOR (n:Initiative) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT group_id IF NOT EXISTS FOR (n:Group) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (n:Region) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT address_id IF NOT EXISTS FOR (n:Address) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT textpart_id IF NOT EXISTS FOR (n:TextPart) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT unread_id IF NOT EXISTS FOR (n:Unread) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT silence_id IF NOT EXISTS FOR (n:Silence) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT listing_id IF NOT EXISTS FOR (n:Listing) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT interest_id IF NOT EXISTS FOR (n:Interest) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT removal_id IF NOT EXISTS FOR (n:Removal) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT removedpart_id IF NOT EXISTS FOR (n:RemovedPart) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT likeness_id IF NOT EXISTS FOR (n:Likeness) REQUIRE n.id IS UNIQUE
;
CREATE CONSTRAINT atlas_id IF NOT EXISTS FOR (n:Atlas) REQUIRE n.id IS UNIQUE
;
CREATE INDEX statement_fact IF NOT EXISTS FOR (n:Statement) ON (n.fact_id)
;
CREATE INDEX statement_document IF NOT EXISTS FOR (n:Statement) ON (n.document_id)
;
CREATE INDEX actor_folded IF NOT EXISTS FOR (n:Actor) ON (n.folded)
;
CREATE INDEX initiative_folded IF NOT EXISTS FOR (n:Initiative) ON (n.folded)
;
CREATE INDEX initiative_parent IF NOT EXISTS FOR (n:Initiative) ON (n.parent_id)
;
CREATE INDEX unread_initiative IF NOT EXISTS FOR (n:Unread) ON (n.initiative_id)
;
CREATE INDEX unread_document IF NOT EXISTS FOR (n:Unread) ON (n.document_id)
;
CREATE INDEX interest_holder IF NOT EXISTS FOR (n:Interest) ON (n.holder_id)
;
CREATE INDEX interest_initiative IF NOT EXISTS FOR (n:Interest) ON (n.initiative_id)
;
CREATE INDEX listing_initiative IF NOT EXISTS FOR (n:Listing) ON (n.initiative_id)
;
CREATE INDEX likeness_one IF NOT EXISTS FOR (n:Likeness) ON (n.one)
;
CREATE INDEX likeness_other IF NOT EXISTS FOR (n:Likeness) ON (n.other)
