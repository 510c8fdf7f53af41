"""What differs from one recipient to the next, as the window shows and changes it."""
