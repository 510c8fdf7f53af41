"""What clients do to mails, one idea a file. A profile's pipeline names the stages and gives them their settings."""
