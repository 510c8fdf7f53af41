"""What differs from one recipient to the next: segments, conditions, variables, and the mails they lead to."""
