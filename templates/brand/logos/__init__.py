"""The logo: where it may be, which file it is, and how mails show it."""
