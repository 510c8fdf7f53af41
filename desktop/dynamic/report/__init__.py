"""The strict report in the drawer: every name that the template uses, and whether its data has a value for it."""
