"""Rules over a contact: the same rule as text and as a tree of tests, asked of one contact or of all at once.

``parse`` and ``write`` go from text to tree and back (``leaf``, ``normal``), ``check`` says what makes no sense,
``ask`` answers by Jinja for one contact, ``bulk`` by columns for all. What a rule means, in both:

- A property without a value (missing, none, "", an empty list, NaN) takes part in no comparison: ``==`` and ``!=`` are
  both false. ``is none`` is true; so is ``== ""``, because the empty text is no value.
- Two sides that look like numbers compare as numbers, two that are ISO days as days, two texts exactly, letter by
  letter. Anything else is unequal and in no order.
- Compared with ``true`` or ``false``, a value counts as what it counts as in a condition.
- ``in`` asks a text for a part and a list for an item; ``|lower`` ignores case, in a list too.
- ``is in_last_days(n)`` is today or one of the n days before, ``in_next_days`` likewise after.
- What cannot be computed is none. Values are typed first (``typed``), by the properties of ``contacts.toml``.
"""
