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
    "hele artikel op|länk till artikeln|web address|web link|page address|printed from|print url|saved from|downloaded from|"
    "accessed from|accessed at|reprinted from|republished from|originally published at|originally published on|"
    "originally appeared at|originally appeared on|first published at|first published on|first appeared at|"
    "this article originally appeared on|this article first appeared on|this article was first published at|"
    "this article was first published on|this article was originally published on|this story was originally published at|"
    "abgerufen von|abgerufen unter|gedruckt von|zuerst erschienen auf|zuerst erschienen unter|erschienen unter|"
    "zum originalartikel|direktlink|webadresse|internetadresse|artikel url|artikellink|consulté sur|récupéré de|imprimé depuis|"
    "article original|article complet|adresse web|adresse de la page|adresse de l'article|lien de l'article|"
    "lire l'article original|url de l'article|recuperado de|consultado en|disponible en|impreso de|artículo original|"
    "dirección web|enlace al artículo|url del artículo|articolo originale|recuperato da|consultato su|stampato da|"
    "indirizzo web|link all'articolo|disponibile su|disponível em|artigo original|link original|recuperado em|"
    "endereço web|opgehaald van|geraadpleegd op|origineel artikel|afgedrukt van|oryginalny artykuł|adres strony|pobrano z|"
    "адрес статьи|адрес страницы|оригинал статьи|hämtad från|hentet fra|ursprunglig artikel|makale adresi|orijinal haber"
)
COLON_LABELS = (
    "source|sources|link|links|original|full story|full article|full text|full post|original story|original post|from|"
    "via|website|web|web page|webpage|online|location|address|href|uri|reference|"
    "quelle|quellen|originalquelle|lien|source originale|adresse|fuente|enlace|fonte|ligação|collegamento|bron|źródło|"
    "odkaz|zdroj|källa|länk|kilde|lenke|lähde|linkki|forrás|sursa|izvor|tautan|sumber|nguồn|kaynak|πηγή|источник|ссылка|"
    "источники|оригинал|джерело|посилання|източник|来源|來源|链接|連結|出典|リンク|引用元|출처|링크|المصدر|الرابط|מקור|"
    "קישור|स्रोत|लिंक|archived|archive|archived from"
)
# "Read the original at", "View the full article:": what is done, which of them, what it is, and where.
DONE = r"(?:read|view|see|find|open|get|visit|continue reading|go to|jump to|link to)"
WHICH = r"(?:(?:the|full|whole|complete|entire|web|online) ){0,3}(?:original|source|full|this)"
WHAT = r"(?: (?:article|story|post|text|version|page)){0,2}"
WHERE = r"(?: (?:at|on|here|from|via|in|online|at this link|on the web|on the web at))?"
# "Retrieved March 3, 2025, from": what is done, and when.
DATED = (
    r"(?:retrieved|accessed|downloaded|printed|viewed|saved|archived|last accessed|abgerufen|zuletzt abgerufen|gedruckt|consulté|"
    r"récupéré|imprimé|recuperado|consultado|consultato|recuperato|stampato|opgehaald|geraadpleegd|pobrano|hämtad|hentet)"
    r"(?: on| am| le| el| il| op| em| den)?"
)
# What a writer says before an address that his readers shall go to.
INVITATIONS = frozenset(
    "visit contact tickets ticket register registration donate donations join apply follow subscribe information info details help"
    " call phone email e-mail tel spenden anmeldung kontakt informationen karten mehr infos website homepage réservations"
    " renseignements contacto información entradas informazioni biglietti contatti more see read find check look my our your is are i we watch listen download sign".split()
)
