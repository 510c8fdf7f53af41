"""Many companies at once: the list, the run, and the review of what is doubtful."""
