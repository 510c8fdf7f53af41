"""Windows that come and go."""
