"""Pages for people to print or to sign: HTML that loads nothing, and the browser that makes a PDF of it."""
