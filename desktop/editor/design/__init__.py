"""Design: the mail itself, to click, drag and write in."""
