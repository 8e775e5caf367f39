"""Regular expressions that cost nothing until they are used: sixty of them take 50 ms of starting up."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands in for a pattern until somebody asks it something."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        pattern = re.compile(*self._source)
        # From now on its methods are found here directly, and cost what they always cost.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """
    A regular expression that is compiled when it is first used; a mistake in it is an error only then.

    >>> WORD = late(r"[a-z]+", re.IGNORECASE)
    >>> WORD.findall("One, two")
    ['One', 'two']
    """
    return cast("re.Pattern[str]", _Late(source, flags))
