"""Pictures of templates in e-mail clients: chosen, paid for, looked at."""
