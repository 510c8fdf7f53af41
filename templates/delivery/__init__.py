"""How a finished mail leaves the house."""
