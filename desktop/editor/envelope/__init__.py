"""The envelope panel."""
