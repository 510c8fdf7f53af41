"""A rule as rows and groups that people fill in, and the same rule as text."""
