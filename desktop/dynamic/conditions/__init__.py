"""When a component is shown and how often: its conditions and loops, in words and in a popup that changes them."""
