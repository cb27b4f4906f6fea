"""Finding texts of the graph by the words in them: an index made at build time, and functions that queries call."""
