"""Export: which templates, in which language, and what has to be known before."""
