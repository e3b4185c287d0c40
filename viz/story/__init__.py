"""The Vorführung: a story file whose steps each show one view of the map, with a title and a few sentences."""
