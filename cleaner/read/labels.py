"""
The names of encodings, as labels give them, as Python has them and as readers know them.

The meaning is that of browsers (https://encoding.spec.whatwg.org/): latin-1 is windows-1252, gb2312 is gb18030.
"""

from __future__ import annotations

import codecs
from functools import cache

# Label -> codec, where Python's own aliases do not know it or mean a smaller set than browsers do
# (https://encoding.spec.whatwg.org/#names-and-labels).
LABELS = {
    "unicode-1-1-utf-8": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "x-unicode20utf8": "utf-8",
    "utf-8-sig": "utf-8", "unicode": "utf-16-le", "ucs-2": "utf-16-le", "iso-10646-ucs-2": "utf-16-le",
    "ansi": "cp1252", "ansi_x3.4-1968": "cp1252", "dos-874": "cp874", "tis-620": "cp874", "iso-8859-11": "cp874",
    "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932", "ms932": "cp932",
    "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc_5601": "cp949", "ksc5601": "cp949", "korean": "cp949",
    "csksc56011987": "cp949", "csiso58gb231280": "gb18030", "chinese": "gb18030", "x-gbk": "gb18030",
    "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs", "csbig5": "big5hkscs", "x-euc-jp": "euc_jp",
    "cseucpkdfmtjapanese": "euc_jp", "koi": "koi8-r", "koi8": "koi8-r", "koi8-ru": "koi8-u", "cskoi8r": "koi8-r",
    "x-mac-roman": "mac-roman", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic", "logical": "iso8859-8", "visual": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8", "csisolatin1": "cp1252", "csisolatin2": "iso8859-2", "csisolatin9": "iso8859-15",
    "csisolatincyrillic": "iso8859-5", "csisolatingreek": "iso8859-7", "sun_eu_greek": "iso8859-7",
}  # fmt: skip
# Codec -> the larger set that browsers read it as.
LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "cp950": "big5hkscs",
    "utf-16": "utf-16-le", "utf-32": "utf-32-le", "euc_jis_2004": "euc_jp", "euc_jisx0213": "euc_jp", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932",
}  # fmt: skip
SINGLE = {
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866", "cp437",
    "cp850", "cp852", "cp855", "cp857", "cp858", "cp862", "cp864", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    "mac-greek", "mac-turkish", "mac-latin2", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7",
    "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
}  # fmt: skip
DOUBLE = {"gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "johab"}
LATER = {"euc_jp": "euc_jis_2004", "cp932": "shift_jis_2004"}  # later editions, asked where the usual one has no letter
SEVEN_BIT = {"iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_kr", "hz"}
WIDE = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}
# The names by which a reader knows them, where they are not the codec's own.
NAMES = {
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "cp932": "shift_jis", "cp949": "euc-kr", "big5hkscs": "big5",
    "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp", "iso2022_jp_2": "iso-2022-jp",
    "iso2022_jp_ext": "iso-2022-jp", "iso2022_kr": "iso-2022-kr", "mac-roman": "macintosh", "mac-cyrillic": "x-mac-cyrillic",
    "hz": "hz-gb-2312", "cp866": "ibm866",
}  # fmt: skip


def named(codec: str) -> str:
    """The name by which a reader knows a codec."""
    return NAMES.get(codec, codec.replace("iso8859-", "iso-8859-"))


@cache
def codec_of(label: str | None) -> str | None:
    """
    The codec that browsers take for a label; None for one that they do not know.

    >>> codec_of(" Latin-1 "), codec_of("GB2312"), codec_of("x-user-defined"), codec_of("rot13")
    ('cp1252', 'gb18030', None, None)
    """
    if not label:
        return None
    bare = label.strip(" \t\n\f\r\"'").lower()
    name = LABELS.get(bare)
    if name is None:
        try:
            name = codecs.lookup(bare.removeprefix("x-")).name
        except (LookupError, ValueError):  # ValueError: a label with a NUL in it
            return None
    name = LARGER.get(name, name)
    return name if name == "utf-8" or name in SINGLE | DOUBLE | SEVEN_BIT | WIDE else None
