"""Gecko, driven from inside: Firefox and Thunderbird answer Marionette, a socket that runs our script in the program.

Privileged script is what makes the walls firm: it answers or refuses each request before it goes anywhere, puts the
program offline, switches off the page's own scripts and sets the colour scheme page by page. Ordinary WebDriver can
do none of these in a Firefox that is not a build of Playwright's.
"""
