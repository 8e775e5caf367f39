"""
Where characters that cannot be seen are at home: the letters and signs beside which they mean something.
"""

from __future__ import annotations

from cleaner.facts.late import late

# Scripts whose letters join, and scripts written without blanks. (What the table takes away is in none of these classes: a
# character that goes must not be the reason for another one to stay.)
JOINING = late(
    "[\u0600-\u061b\u061d-\u08ff\u0900-\u10ff\u1200-\u167f\u1681-\u17b3\u17b6-\u180a\u1810-\u1cff\u2d30-\u2d7f\ua800-\uabff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
BLANKLESS = late(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf]"
)
LEFTWARD = late(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
EMOJI = late(
    "[\u203c\u2049\u2122\u2139\u2194-\u2328\u232b-\u27bf\u2934-\u2adb\u2add-\u2b55\u3030\U0001f000-\U0001faff]"
)
MONGOLIAN = late("[\u1800-\u180a\u1810-\u18af\U00011660-\U0001167f]")
OGHAM = late("[\u1681-\u169c]")
BRAILLE = late("[\u2801-\u28ff]")
KHMER = late("[\u1780-\u17b3\u17b6-\u17dd]")
MUSICAL = late("[\U0001d100-\U0001d172\U0001d17b-\U0001d1ff]")
SHORTHAND = late("[\U0001bc00-\U0001bc9f]")
CHOSEONG, JUNGSEONG = late("[\u1100-\u115e\ua960-\ua97c]"), late("[\u1161-\u11a7\ud7b0-\ud7c6]")
JONGSEONG = late("[\u11a8-\u11ff\ud7cb-\ud7fb]")
OLD_JAMO, HALF_JAMO = late("[\u3131-\u3163\u3165-\u318e]"), late("[\uffa1-\uffdc]")

# What has more than one form, by the selectors that choose among them.
SELECTABLE = (
    (
        "\N{VARIATION SELECTOR-15}",
        "\N{VARIATION SELECTOR-16}",
        late(
            "[#*0-9©®\u203c\u2049\u2100-\u2125\u2127-\u2129\u212c-\u214f\u2190-\u2328\u232b-\u27ff\u2900-\u2adb\u2add-\u2bff"
            "\u3030\u303d\u3200-\u32ff\U0001f000-\U0001faff]"
        ),
    ),
    (
        "\N{VARIATION SELECTOR-1}",
        "\N{VARIATION SELECTOR-14}",
        late(
            "[0‘’“”\u1000-\u109f\u2190-\u2328\u232b-\u27ff\u2900-\u2adb\u2add-\u2bff\u3001\u3002\u3400-\u4dbf\u4e00-\u9fff"
            "\ua840-\ua877\uaa60-\uaa7f\uf900-\ufaff\U00010ac0-\U00010aff\U00013000-\U0001342f\U00020000-\U0003ffff]"
        ),
    ),
    (
        "\N{VARIATION SELECTOR-17}",
        "\N{VARIATION SELECTOR-256}",
        late("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    ),
)
TAGS = late("[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]+")
FLAG = late("[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")  # as in ISO 3166-2, and the end
