"""The fields that are words: name, profiles, address, legal line, language, fonts."""
