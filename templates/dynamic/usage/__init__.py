"""Where a template uses which name, in what way, and what must be known for it: read from the text, nothing is run."""
