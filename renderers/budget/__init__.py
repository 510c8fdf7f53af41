"""What pictures cost: accounts, and the ledger of their tokens."""
