"""
What a page says around a text, written down as data.

::

    labels      one line, looked at as a label
    packs       rules and packs: what they hold, how they are read
    index       which rule a line falls under
    removals    which lines of a text go: what the rules say, and what the neighbourhood says to it
    examples    whether a rule does what its examples say
"""

from __future__ import annotations

from cleaner.errors import PackError
from cleaner.rules.examples import load_pack, problems_of
from cleaner.rules.index import LABELLED_LINK, PatternWarning, RuleIndex, builtin_index
from cleaner.rules.packs import ROLES, SAFETY, Pack, Rule, builtin_packs, form_problem, parse_pack
from cleaner.rules.removals import Removal, removals

__all__ = [
    "LABELLED_LINK",
    "ROLES",
    "SAFETY",
    "Pack",
    "PackError",
    "PatternWarning",
    "Removal",
    "Rule",
    "RuleIndex",
    "builtin_index",
    "builtin_packs",
    "form_problem",
    "load_pack",
    "parse_pack",
    "problems_of",
    "removals",
]
