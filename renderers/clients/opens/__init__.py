"""In which clients an audience opens its mails: read from what a sending service exports."""
