"""Many companies at once, and the sheet on which what is doubtful is decided."""
