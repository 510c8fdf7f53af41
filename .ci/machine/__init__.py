"""What ``dev.py`` does to a machine before the project runs on it: environment, browser, Qt's libraries, a screen.

Standard library only: all of this runs before anything is installed.
"""
