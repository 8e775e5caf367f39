"""Whose words a removed line was. An edit says so in its rule: ``title``, or ``related:see also`` with the name of a rule."""

from __future__ import annotations

#: What stays (body, heading) has no role.
ROLES = frozenset(
    "title byline date url caption credit related sign-off comment navigation legal widget "
    "tags description license copyright site language field".split()
)


def role_of(rule: str) -> str | None:
    """
    The role that an edit's rule tells; None for a rule that mends.

    >>> role_of("related:see also"), role_of("title"), role_of("dropped dash")
    ('related', 'title', None)
    """
    role = rule.partition(":")[0]
    return role if role in ROLES else None
