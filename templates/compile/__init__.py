"""From a template's text and data to HTML: include, personalise, MJML, inline, plain text."""
