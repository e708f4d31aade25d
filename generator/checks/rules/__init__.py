"""One file per rule, named after its code.

A rule's file has a docstring in a fixed outline (title line, ``What it does``, ``Why``, ``Mend``), a
``PROBLEM`` and a ``check``. Its good and bad examples stand in ``generator/checks/examples/<CODE>.yaml``.
"""
