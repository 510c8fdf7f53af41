"""From HTML to pictures, and what they cost. Knows no Qt."""
