"""How clients rewrite declarations, selectors, @-rules and attributes: what to find, and what becomes of it."""
