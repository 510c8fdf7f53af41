"""The rendered page as a second witness of a brand: what a browser shows of a site, within a stranger's limits."""

from renderers.witness.browser_witness import browser_witness, installed_witness

__all__ = ["browser_witness", "installed_witness"]
