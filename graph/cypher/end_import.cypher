// Let an import count: all is there, or all is cleared. Writers go on.
MATCH (atlas:Atlas {id: 'atlas'})
SET atlas.importing = null, atlas.imported = null, atlas.held_by = null, atlas.held_until = null,
    atlas.touched_by = null
