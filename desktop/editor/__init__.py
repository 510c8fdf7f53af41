"""The editor: every panel here shows the one open document and asks it for edits."""
