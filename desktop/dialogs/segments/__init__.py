"""The segments of a workspace: a list of them, and beside it the one that is chosen."""
