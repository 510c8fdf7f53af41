"""The canvas's web side: a private scheme, and a wall around it."""
