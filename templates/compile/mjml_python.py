"""The pure-Python port of MJML (PyPI ``mjml``), for machines where V8 cannot be loaded."""

from __future__ import annotations

from templates.compile.engine import Compiled


class PureEngine:
    """Compiles with PyPI mjml; it reports no diagnostics."""

    name = "mjml (pure Python)"

    def compile(self, source: str) -> Compiled:
        """Compile flattened MJML."""
        from mjml import mjml_to_html

        return Compiled(mjml_to_html(source).html)
