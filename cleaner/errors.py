"""
Everything that can go wrong, in one tree.

::

    CleanerError                    something that cleaner says, not a fault in it
    ├── UnreadableError             these bytes are no text            (a ValueError as well)
    └── PackError                   this rule pack cannot be used      (a ValueError as well)

A message says what is wrong, where, and what to do about it. Faults in the *text* are never errors: they are what the program
is for.
"""

from __future__ import annotations

# What the command leaves with (docs/command.md). 2 is click's own, for words that it does not know.
FINE, WOULD_CHANGE, FAILED, INTERRUPTED, PIPE_BROKE = 0, 1, 3, 130, 141


class CleanerError(Exception):
    """Something that cleaner has to say to whoever called it; catch this one to catch them all."""


class UnreadableError(CleanerError, ValueError):
    """
    These bytes are no text, in any encoding that is known.

    The message names what they look like instead (a picture, an archive, a PDF) and what to do with such a file.
    """


class PackError(CleanerError, ValueError):
    """A rule pack cannot be used: the message names the file, the rule in it, and what it lacks."""
