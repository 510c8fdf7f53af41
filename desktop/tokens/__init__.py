"""Tokens: accounts and sub-accounts, what they have, and where it went."""
