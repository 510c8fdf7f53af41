"""The window of saved previews: which template was proofed as it stands, its runs, and their pictures."""
