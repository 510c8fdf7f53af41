"""Who sees what: the sections of a mail against the segments, and how many contacts each mail reaches."""
