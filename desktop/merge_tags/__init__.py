"""Merge tags: choosing what one prints, and showing them as chips in fields of one line."""
