"""The text is the document: a lossless tree over a template's text, and edits that are text edits."""
