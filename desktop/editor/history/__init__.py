"""What was, what could be, what is on disk: versions, variants, recovered work, and how any two texts differ."""
