"""Saved runs: what was taken when and of what, whether it is still true, and taking again what is not."""
