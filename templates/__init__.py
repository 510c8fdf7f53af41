"""What a mail is, up to its HTML. Knows no Qt and no browser."""
