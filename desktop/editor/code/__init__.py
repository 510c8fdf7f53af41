"""The code view: the template's text in a QPlainTextEdit that has no history of its own."""
