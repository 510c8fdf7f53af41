"""VML, the drawings that Word reads in mails: its elements as values, and as HTML and CSS that a browser lays out."""
