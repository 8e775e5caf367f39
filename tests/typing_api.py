"""What the type checker has to see of the public names. Nobody runs this file; `tox -e types` reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, assert_type

import cleaner
from cleaner import (
    GENTLE,
    NORMALIZE,
    REPAIR,
    STANDARD,
    STRIP,
    Document,
    Edit,
    Hunk,
    Layer,
    Ledger,
    Metadata,
    Pipeline,
    Source,
    Stage,
    UnreadableError,
    clean,
    decode_entities,
    drop_repeats,
    drop_stray_quotes,
    fix_characters,
    fix_dashes,
    fix_encoding,
    join_wrapped_lines,
    mend_page_breaks,
    separate_paragraphs,
    split_run_together,
    stage,
    strip_back_matter,
    strip_front_matter,
    strip_widgets,
    tidy_space,
    unwrap_markup,
)

# Text and bytes give a document.
document = clean("text")
assert_type(document, Document)
assert_type(
    clean(b"bytes", url="https://example.org", media_type="text/html", language="en", pipeline=GENTLE), Document
)
assert_type(document.text, str)
assert_type(document.original, str)
assert_type(document.language, str | None)
assert_type(document.source, Source)
assert_type(document.ledger, Ledger)
assert_type(document.metadata, Metadata)
assert_type(document.metadata.as_dict(), dict[str, Any])
assert_type(Document.of("text", language="en"), Document)

# The ledger answers.
ledger = document.ledger
assert_type(ledger.layers, tuple[Layer, ...])
assert_type(ledger.origin(0, 1), tuple[int, int])
assert_type(ledger.hunks(), list[Hunk])
assert_type(ledger.replay("text"), str)
assert_type(ledger.undo("text", ledger.removed("text")), str)
assert_type(ledger.tally(), Counter[str])
assert_type(ledger.runs("text"), Iterator[tuple[int, int, int]])

# A stage and a pipeline give what they are given.
assert_type(fix_dashes, Stage)
assert_type(fix_dashes("text"), str)
assert_type(fix_dashes(document), Document)
assert_type(fix_dashes.edits("text"), tuple[Edit, ...])
assert_type(fix_dashes.edits(document), tuple[Edit, ...])
assert_type(STANDARD("text"), str)
assert_type(STANDARD(document), Document)
assert_type(STANDARD.without(fix_dashes), Pipeline)
assert_type(NORMALIZE + STRIP + REPAIR, Pipeline)
assert_type(STANDARD.fingerprint, str)

# Every stage is one.
stages: tuple[Stage, ...] = (
    fix_encoding,
    decode_entities,
    fix_characters,
    strip_widgets,
    strip_front_matter,
    strip_back_matter,
    drop_repeats,
    join_wrapped_lines,
    mend_page_breaks,
    split_run_together,
    unwrap_markup,
    fix_dashes,
    drop_stray_quotes,
    separate_paragraphs,
    tidy_space,
)


# One's own stage is as good.
@stage
def drop_shouting(doc: Document) -> Iterable[Edit]:
    """Take out exclamation marks."""
    for at, letter in enumerate(doc.text):
        if letter == "!":
            yield Edit(at, at + 1, rule="shout")


assert_type(drop_shouting, Stage)
assert_type(drop_shouting("no!"), str)
assert_type(Pipeline("mine", (drop_shouting, tidy_space))("no!"), str)

# What goes wrong has a name.
error: Exception = UnreadableError("why")

# What must not pass: an ignore that is not needed is an error itself.
fix_dashes(b"bytes")  # type: ignore[call-overload]
document.text = "other"  # type: ignore[misc]
cleaner.clean(1)  # type: ignore[arg-type]
