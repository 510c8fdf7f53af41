"""Pictures, fonts and style sheets that a mail names by web addresses: we fetch them, the page never does."""
