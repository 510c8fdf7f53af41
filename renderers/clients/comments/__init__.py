"""Conditional comments: where they stand in a mail's text, and whether their conditions hold."""
