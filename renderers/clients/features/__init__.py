"""What each feature of caniemail looks like in a mail, as data; the names are caniemail's slugs."""
