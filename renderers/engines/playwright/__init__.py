"""Playwright, the library that drives browsers: what its Chromium, Firefox and WebKit share.

Chromium has an engine of its own (``playwright_engine.py``), which takes pictures faster through DevTools; the builds
that ``playwright install`` gives of the others are driven by what Playwright offers for all of them.
"""
