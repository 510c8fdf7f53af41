"""The data that fills a template: named sets, the form made of them, plausible values."""
