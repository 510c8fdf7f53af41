"""A mail's HTML as a tree whose elements know where they stand in the text."""
