"""
Made-up texts with everything wrong with them that we have met, and some things that nobody has.

Strategies for Hypothesis. `texts` glues together pieces that each wake some stage: furniture of pages, datelines, Markdown,
entities, mojibake, control characters, lone surrogates, blank lines, and paragraphs that are repeated, shuffled, cut and run
together. What comes out means nothing; the laws hold all the same.
"""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = [
    "The ferry left the harbour at six.",
    "Nobody on the quay had expected rain.",
    "“We were told to wait,” said Dr. Amina Yusuf, who runs the clinic in St. Ives.",
    'He asked: "Is this the road to Upton?"',
    "It cost $4.50 (£3.20), i.e. less than a pound of apples.",
    "Prices rose 3.4 percent between 1998 and 2004 -- the most in a decade.",
    "The council, which met on Tuesday, voted for the bridge; it will be built by 2031.",
    "Wer hat die Tür offen gelassen?",
    "L’été dernier, les hirondelles sont revenues : « enfin ! » dit-elle.",
    "¿Quién sabe dónde está la llave?",
    "Поезд пришёл вовремя, но никто не вышел.",
    "雨が降っていたので、船は出なかった。",
    "河水上涨了三米。",
    "نمی‌خواهم بروم.",
    "हम क्‍यों रुके?",
    "Οι βάρκες έμειναν στο λιμάνι.",
    "Yes.",
    "No!",
    "etc.",
]
CUT = [
    "The mayor spoke in",
    "which was, on the whole, a",
    "and the others followed.",
    "counterparts, in",
    "Paris on Wednesday.",
    "under discussion  cutting",
    "inter-",
    "national talks",
    "a well-",
    "known story",
    "The last word.The first word",
    "Heading In The MiddleThe text goes on.",
    "deﬁnition of a ﬂaw",
]
FURNITURE = [
    "Share this article",
    "Share on Facebook",
    "Read more",
    "READ MORE: Ten bridges you must see",
    "Related article: [Baltic ferries return](#)",
    "Advertisement",
    "Subscribe to our newsletter",
    "Accept all cookies",
    "We use cookies to improve your experience.",
    "Oops!\nSomething went wrong.\nPlease try again later.",
    "  • Oops!\n    Something went wrong.",
    "© 2021 Example Media Ltd. All rights reserved.",
    "Copyright 2019",
    "Sign up",
    "Log in",
    "Comments (12)",
    "Original url:\n\n<https://www.example.org/2022/01/24/a-story-a76129>",
    "https://example.com/a/b.html",
    "Photo: Jo Doe / Example (CC BY 2.0)",
    "Home > News > World",
    "1",
    "Page 3 of 7",
    "***",
    "---",
    "—",
]
HEADS = [
    "# The Story of a Bridge",
    "The Story of a Bridge",
    "By Jane Doe",
    "By [AFP](#)",
    "By JANE DOE and John Roe for Reuters",
    "January 24, 2022",
    "2022-01-24",
    "20220125",
    "date 2022-01-25 The ferry left.",
    "24. Januar 2022",
    "Published: 3 May 2019 14:05 GMT",
    "title: A Story",
    "http://www.example.org/2022/01/1.html",
    "LONDON (AP) — The ferry left.",
    "(AFP)",
]
MARKUP = [
    "**bold** and *italic*",
    "**",
    "__init__",
    "snake_case_name",
    "[link](https://example.org/a_(b))",
    "[link](#)",
    "![image](a.png)",
    "\\$100 and \\*not\\*",
    "\\",
    "`code`",
    "```\nx  =  1\n```",
    "    indented  code",
    "* one\n* two",
    "1. one\n2. two",
    "> quoted",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "## ",
    "#",
    "<b>bold</b>",
    "<https://example.org>",
    "a < b > c",
    "&amp;amp;",
    "&lt;script&gt;",
    "AT&T",
    "&nbsp;",
    "&#8212;",
    "&#xD800;",
    "&eacute",
    "&",
]
BROKEN = [
    "â€™",
    "â€œwaitâ€\x9d",
    "schÃ¶n",
    "Ã",
    "ÐŸÑ€Ð¸Ð²ÐµÑ‚",
    "\N{REPLACEMENT CHARACTER}",
    "doesn?t",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{HANGUL CHOSEONG KIYEOK}\N{HANGUL JUNGSEONG A}",
    "\N{ANGSTROM SIGN}",
    "ﬁn",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x85",
    "\x96",
    "\t",
    "\x0b",
    "\x0c",
    "\r",
    "\r\n",
    "\N{NO-BREAK SPACE}",
    "\N{EM SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH JOINER}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\ud800",
    "\udfff\ud83d",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
    "\U0010ffff",
    "'",
    '"',
    "”",
    "``",
    "--",
    "---",
    "\N{EN DASH}",
]
JOINTS = [" ", "  ", "   ", "\n", "\n\n", "\n\n\n\n", " \n", "\n ", " \n \n", "\r\n", "\r\n\r\n", "\r", "\t", ""]

sentences = st.sampled_from(SENTENCES)
pieces = st.one_of(*map(st.sampled_from, (SENTENCES, CUT, FURNITURE, HEADS, MARKUP, BROKEN)), st.text(max_size=6))
joints = st.sampled_from(JOINTS)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Some sentences in a row, as a writer would have them."""
    return " ".join(draw(st.lists(sentences, min_size=1, max_size=5)))


@st.composite
def heaps(draw: st.DrawFn) -> str:
    """Pieces of all kinds, glued together anyhow."""
    return "".join(part for piece in draw(st.lists(pieces, max_size=14)) for part in (piece, draw(joints)))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Something like an article, and what dumps and prints make of it: doubled, shuffled, glued, cut, with furniture."""
    body = draw(st.lists(paragraphs(), min_size=2, max_size=7))
    copies = [body]
    if draw(st.booleans()):
        copies.append(draw(st.permutations(body)))
    if draw(st.booleans()):
        copies.append([draw(st.sampled_from(["", " ", "  "])).join(body)])
    parts = [draw(st.sampled_from(HEADS)) for _ in range(draw(st.integers(0, 3)))]
    parts += [part for copy in draw(st.permutations(copies)) for part in copy]
    for furniture in draw(st.lists(st.sampled_from([*FURNITURE, *MARKUP, *BROKEN, *CUT]), max_size=4)):
        parts.insert(draw(st.integers(0, len(parts))), furniture)
    text = draw(st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", " \n"])).join(parts)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["\n\n", "\n", "", "  ", "-\n"])) + text[at + draw(st.integers(0, 1)) :]
    return text


texts = st.one_of(articles(), heaps(), st.text(), st.text(alphabet=" \n.-—*#[]()&;\"'aA\t", max_size=60))
