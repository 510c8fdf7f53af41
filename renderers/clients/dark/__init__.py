"""Dark mode: how clients change the colours of a mail."""
