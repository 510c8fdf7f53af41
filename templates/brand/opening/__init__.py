"""How a site comes in: a live one, a saved page, a folder, an archive."""
