"""What item views show."""
