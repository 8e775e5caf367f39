"""Licences: Creative Commons and public domain, by the short names that they give themselves."""

from __future__ import annotations

import re
from functools import cache

from cleaner.facts.late import late

MAYBE = late(r"(?i:creative ?commons|public domain|gemeinfrei|domaine public|dominio público)|\bCC\b|\bCC0")
PARTS = {"attribution": "BY", "noncommercial": "NC", "noderivatives": "ND", "noderivs": "ND", "sharealike": "SA"}


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    short = re.compile(
        r"\bCC[ -]?(?P<zero>0|Zero)\b(?:[ -]?(?P<one>1\.0))?"
        r"|\bCC[ -]?(?P<by>BY(?:[ -](?:NC|ND|SA))*)(?:[ -]?(?P<version>[1-4]\.\d))?"
        r"(?:[ -](?P<port>[A-Z]{2}|int(?:ernational)?|unported|deed)\b)?",
        re.IGNORECASE,
    )
    address = re.compile(
        r"creativecommons\.org/(?:licenses/(?P<by>by(?:-(?:nc|nd|sa))*)/(?P<version>[1-4]\.\d)"
        r"|publicdomain/(?P<zero>zero|mark)(?:/(?P<one>1\.0))?)[^\s)\]>]*",
        re.IGNORECASE,
    )
    long = re.compile(
        r"(?:Creative[ -]Commons[ :,]*(?:licen[sc]e[ :,]*)?)?\bAttribution"
        r"(?:[ -](?:Non-?Commercial|No-?Deriv(?:ative)?s|Share-?Alike))*"
        r"(?:[ ,]*(?P<version>[1-4]\.\d))?(?: (?:International|Unported|Generic))?(?: (?:Public )?Licen[sc]e)?",
        re.IGNORECASE,
    )
    return short, address, long


def read_license(text: str) -> str | None:
    """
    The licence that these words name, in its short form; None when they name none that is known.

    >>> read_license("Wikimedia (CC BY-NC 3.0)"), read_license("http://creativecommons.org/licenses/by-sa/4.0/")
    ('CC BY-NC 3.0', 'CC BY-SA 4.0')
    >>> (
    ...     read_license("Creative Commons Attribution-ShareAlike 4.0 International License"),
    ...     read_license("CC Sabathia pitched"),
    ... )
    ('CC BY-SA 4.0', None)
    """
    found = find_license(text)
    return found[0] if found else None


def find_license(text: str) -> tuple[str, int, int] | None:
    """The licence's short form and where its name stands, in code points."""
    if len(text) > 2000 or not MAYBE.search(text):
        return None
    short, address, long = _forms()
    if match := address.search(text) or short.search(text):
        named = match.groupdict()
        if named["zero"]:
            name = "Public Domain Mark" if named["zero"] == "mark" else "CC0"
            name = f"{name} {named['one']}" if named["one"] else name
        else:
            name = _name(re.split(r"[ -]", named["by"]), named["version"])
        return name, match.start(), match.end()
    if "ommons" in text and (match := long.search(text)):
        parts = [
            PARTS[part]
            for part in re.findall(
                "attribution|noncommercial|noderiv(?:ative)?s|sharealike", match[0].replace("-", "").casefold()
            )
        ]
        return _name(parts, match["version"]), match.start(), match.end()
    if match := re.search(r"public domain|gemeinfrei|domaine public|dominio público", text, re.IGNORECASE):
        return "Public Domain", match.start(), match.end()
    return None


def _name(parts: list[str], version: str | None) -> str:
    name = "CC " + "-".join(dict.fromkeys(part.upper() for part in parts))
    return f"{name} {version}" if version else name
