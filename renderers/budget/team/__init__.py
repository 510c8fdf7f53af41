"""A team's databases: connecting a workspace to them, moving what its own file holds, and saying how they are."""
