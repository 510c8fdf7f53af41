"""The window and the command line: they show and ask, the packages below do the work."""

__version__ = "0.1.0"
