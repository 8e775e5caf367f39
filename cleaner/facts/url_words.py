"""The words that announce an address. Plain tables; see :mod:`~cleaner.facts.calendar_words` for why."""

from __future__ import annotations

# What announces the address of the page, in lower case. Those of the second table do so only with a colon.
LABELS = (
    "original url|original link|original article|original source|source url|source link|article url|article link|page url|"
    "permalink|permanent link|perma link|retrieved from|read at|read more at|view original|view at|short link|short url|"
    "shortlink|canonical url|link to article|link to this article|link to original|from url|available at|url|originallink|"
    "this article was originally published at|originalartikel|link zum artikel|quelle url|kurzlink|adresse url|"
    "lien permanent|lien vers l'article|lien original|enlace permanente|enlace original|link permanente|link originale|"
    "collegamento permanente|stały link|adres url|постоянная ссылка|ссылка на статью|постійне посилання|kalıcı bağlantı|"
    "bağlantı|原文链接|原文網址|原文地址|本文链接|网址|元記事|記事url|원문|원문 링크|رابط المقال|vollständige adresse|"
    "hele artikel op|länk till artikeln"
)
COLON_LABELS = (
    "source|sources|link|links|original|from|via|website|web|web page|webpage|online|location|address|href|uri|reference|"
    "quelle|quellen|originalquelle|lien|source originale|adresse|fuente|enlace|fonte|ligação|collegamento|bron|źródło|"
    "odkaz|zdroj|källa|länk|kilde|lenke|lähde|linkki|forrás|sursa|izvor|tautan|sumber|nguồn|kaynak|πηγή|источник|ссылка|"
    "источники|оригинал|джерело|посилання|източник|来源|來源|链接|連結|出典|リンク|引用元|출처|링크|المصدر|الرابط|מקור|"
    "קישור|स्रोत|लिंक|archived|archive|archived from"
)
