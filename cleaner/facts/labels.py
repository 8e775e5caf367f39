"""
Labels: a header line that names its field, ``Title: …``, ``Autor: …``, ``**Date:** …``.

Exports, front matter and some pages write their headers so. The table says which words are the names of which fields; a
name proves little by itself ("Title: the thing he never had."), so whoever asks must have other lines that speak.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleaner.facts.late import late
from cleaner.lines import LINK

LONGEST = 2048  # code points of a labelled line; a description is long, a paragraph of a play is longer
LONGEST_NAME = 40

# The names of fields, by field and set apart by |, in lower case. English first, then other languages as they came.
NAMES: dict[str, str] = {
    "title": "title|headline|head line|page title|article title|post title|titel|überschrift|schlagzeile|titre|título|titular|"
             "titolo|заголовок|название|назва|tytuł|nagłówek|název|titulek|názov|cím|titlu|rubrik|overskrift|otsikko|başlık|"
             "τίτλος|judul|tiêu đề|títol|naslov|наслов|заглавие|العنوان|عنوان|כותרת|शीर्षक|标题|標題|题目|タイトル|題名|제목",
    "byline": "author|authors|author(s)|author name|byline|by line|written by|writer|creator|contributor|contributors|autor|autorin|"
              "autoren|verfasser|verfasserin|auteur|auteurs|autrice|autora|autores|autore|autori|автор|авторы|автори|autorzy|"
              "autorka|autoři|szerző|författare|forfatter|kirjoittaja|yazar|συντάκτης|penulis|tác giả|аутор|"
              "الكاتب|المؤلف|מחבר|लेखक|作者|著者|저자|글쓴이",
    "date": "date|published|published on|published at|publish date|publication date|published date|date published|date_published|"
            "publish_date|published_at|published_time|pubdate|pub date|posted|posted on|date posted|created|created at|created_at|"
            "issued|released|timestamp|time|updated|updated at|updated_at|last updated|last modified|lastmod|modified|"
            "date modified|modified_time|datum|veröffentlicht|veröffentlicht am|veröffentlichungsdatum|erschienen|aktualisiert|"
            "stand|date de publication|publié|publié le|mis à jour|fecha|fecha de publicación|publicado|publicado el|"
            "actualizado|data|data di pubblicazione|pubblicato|pubblicato il|data de publicação|gepubliceerd|дата|"
            "дата публикации|опубликовано|дата публікації|data publikacji|opublikowano|publikováno|dátum|publicerad|publiceret|"
            "publisert|dato|julkaistu|tarih|ημερομηνία|tanggal|ngày|датум|التاريخ|تاريخ النشر|תאריך|दिनांक|"
            "日期|发布时间|發布時間|時間|日付|公開日|날짜|등록일",
    "url": "url|uri|source url|source_url|sourceurl|page url|article url|original url|link|source link|permalink|canonical|"
           "canonical url|canonical_url|address|web address|href|web|original link|original article|adresse|webadresse|lien|enlace|"
           "indirizzo|ссылка|посилання|adres|odkaz|länk|lenke|linkki|bağlantı|tautan|链接|連結|网址|リンク|링크",
    "source": "source|sources|quelle|quellen|fuente|fonte|bron|źródło|zdroj|källa|kilde|lähde|forrás|sursa|kaynak|πηγή|sumber|nguồn|"
              "источник|джерело|изворът|المصدر|מקור|来源|來源|出典|출처",
    "site": "site|site name|site_name|sitename|website|web site|publisher|publication|newspaper|outlet|domain|host|hostname|"
            "herausgeber|verlag|zeitung|éditeur|medio|editor|editora|testata|uitgever|wydawca|издание|видання|sajt|网站|サイト",
    "language": "language|lang|locale|sprache|langue|idioma|lingua|taal|język|язык|мова|språk|sprog|jazyk|nyelv|dil|语言|言語|언어",
    "description": "description|summary|excerpt|abstract|subtitle|sub title|subheadline|subheading|dek|standfirst|teaser|lead|"
                   "meta description|beschreibung|zusammenfassung|untertitel|chapô|résumé|sous-titre|descripción|resumen|"
                   "subtítulo|entradilla|descrizione|sommario|sottotitolo|descrição|resumo|samenvatting|omschrijving|описание|"
                   "опис|opis|popis|sammanfattning|beskrivelse|kuvaus|özet|描述|摘要|概要|요약",
    "tags": "tags|tag|keywords|keyword|categories|category|topics|topic|section|sections|subjects|labels|rubric|schlagwörter|"
            "schlagworte|stichwörter|kategorie|kategorien|thema|themen|ressort|mots-clés|mots clés|catégorie|catégories|"
            "rubrique|étiquettes|thèmes|etiquetas|categoría|categorías|palabras clave|temas|sección|categoria|categorie|"
            "parole chiave|argomenti|sezione|palavras-chave|trefwoorden|onderwerpen|теги|рубрика|категория|ключевые слова|"
            "категорія|tagi|kategoria|słowa kluczowe|kategori|štítky|címkék|etichete|etiketter|avainsanat|etiketler|标签|標籤|"
            "关键词|分类|タグ|カテゴリ|카테고리|태그",
    "license": "license|licence|lizenz|licencia|licença|licenza|licentie|licencja|лицензия|ліцензія|licens|lisens|许可|ライセンス",
    "copyright": "copyright|rights|copyright holder|urheberrecht|droits|derechos|diritti",
    "field": "id|guid|uid|uuid|hash|md5|sha1|crawled|crawled at|crawl date|crawl_date|fetched|fetched at|fetched_at|retrieved|"
             "retrieved at|downloaded|scraped|scraped_at|accessed|content-type|content type|content_type|mime type|charset|encoding|"
             "word count|word_count|wordcount|length|reading time|layout|slug|draft|status|format|type|version|warc-target-uri|"
             "warc-date|score|image|thumbnail|featured image|cover|og image|permalink id|comments|views|shares",
}  # fmt: skip


class Label(NamedTuple):
    """
    A line that names its field.

    `role` is the field; `value` what stands behind the name, as written, perhaps ""; it begins at the code point `start`
    of the line that was asked. `name` is the field's name as written.
    """

    role: str
    value: str
    start: int
    name: str


MARK = late("[:：=]")
LABEL = late(
    r"[\s>#*_\"'-]{0,6}(?:(?:og|dc|article|twitter|meta)[:.](?=\w))?(?P<name>[^\W\d_][^\n:：=]{0,38}?)[\"'*_]{0,4}\s{0,3}"
    r"(?P<mark>[:：=])[\"*_]{0,3}(?:\s+|$|(?<=[：\"*_])|(?=[^\s/]))(?P<value>.*)",
    re.DOTALL,
)


def read_label(text: str) -> Label | None:
    """
    The field that a line names, and what it says.

    >>> read_label("Title: The River")
    Label(role='title', value='The River', start=7, name='Title')
    >>> read_label("**Autor:** Jane Doe")[:2], read_label('url = "https://news.example/a"')[:2]
    (('byline', 'Jane Doe'), ('url', 'https://news.example/a'))

    A name must fit what it names: a date has a figure in it, an address is one, a language is a word. A line of prose, of
    a play or of an interview names no field, but "Title: …" may still be a sentence:

    >>> (
    ...     read_label("Date: whenever you like"),
    ...     read_label("Anna: I never said so."),
    ...     read_label("It was his title: none."),
    ... )
    (None, None, None)
    """
    if MARK.search(text, 0, LONGEST_NAME + 10) is None or len(text) > LONGEST or not (match := LABEL.match(text)):
        return None
    name = match["name"].strip(" *_\"'")
    role = _roles().get(name.casefold())
    if role is None or (match["mark"] == "=" and not name[0].islower()):
        return None
    start, end = match.span("value")
    value = text[start:end].rstrip()
    start += len(value) - len(value := value.lstrip())
    if text[: match.start("name")].strip() or match["mark"] == "=":  # markup, JSON, TOML: its quotes are no words
        value = value.rstrip(",").rstrip("*_ ")
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, start = value[1:-1], start + 1
    return Label(role, value, start, name) if not value or _fits(role, value) else None


@cache
def _roles() -> dict[str, str]:
    return {name: role for role, row in NAMES.items() for name in row.split("|")}


ADDRESS = late(r"[\[<(]*(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+(?:/|$))|" + LINK.pattern + "$", re.IGNORECASE)


def _fits(role: str, value: str) -> bool:
    match role:
        case "date":
            return len(value) <= 80 and any(char.isdigit() for char in value)
        case "url":
            return ADDRESS.match(value) is not None and len(value.split()) <= 2
        case "language":
            return len(value) <= 30 and len(value.split()) <= 3
        case "byline" | "site" | "license" | "source" | "field":
            return len(value) <= 200 and not (value[-1] in "!?" or (value[-1] == "." and len(value.split()) > 6))
        case "title":
            return len(value) <= 300
        case "tags":
            return value[-1] not in ".!?"
    return True
