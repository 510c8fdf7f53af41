"""The mail as an e-mail client shows it, and why it looks so. Design and code show the mail itself."""
