"""The colours: where they may be seen, which role they play, and the palette that follows."""
