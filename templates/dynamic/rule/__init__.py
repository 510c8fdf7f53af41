"""Rules over a contact: the same rule as text and as a tree of tests, asked of one contact or of all at once."""
