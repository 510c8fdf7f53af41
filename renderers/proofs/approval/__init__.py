"""The proof sheet ("bon à tirer"): a saved run as one file for the client's approval, and what the client answers."""
