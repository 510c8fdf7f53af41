"""Where the templates of pages are read from."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.brand_sites.vocabulary import HERE

ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
