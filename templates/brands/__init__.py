"""The brands of a workspace: copied, renamed, moved between, exported and read again."""
