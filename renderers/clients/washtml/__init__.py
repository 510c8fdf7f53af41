"""How Roundcube washes a mail, found by asking the real one: what goes in, what comes out. None of its code is here."""
