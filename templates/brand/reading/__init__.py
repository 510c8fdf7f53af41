"""A page and its style sheets, parsed once, and the questions that every field asks them."""
