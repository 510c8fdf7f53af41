"""What several stages of Outlook's Word engine need: its selectors, its cascade, its lengths and its fonts."""
