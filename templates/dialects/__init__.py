"""The languages of the services that send: one file each, printed from the neutral tree."""
