"""What needs transactions: the workspace's database, and what is kept in it."""
