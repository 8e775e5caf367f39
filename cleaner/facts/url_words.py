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
# Alone on a line, the heading of a writer's references.
LISTS = (
    "references|sources|sources and references|references and sources|sources used|links|useful links|related links|external links|"
    "web links|weblinks|notes|notes and references|references and notes|footnotes|endnotes|bibliography|works cited|citations|"
    "literature|further reading|further information|more information|recommended reading|suggested reading|see also|resources|"
    "further resources|additional resources|reading list|image sources|data sources|"
    "quellen|quellenangaben|quellenangabe|quellenverzeichnis|quellen und links|quellen und literatur|literatur|"
    "literaturverzeichnis|literaturhinweise|einzelnachweise|nachweise|fußnoten|anmerkungen|weiterführende links|"
    "weiterführende literatur|weitere informationen|zum weiterlesen|links zum thema|siehe auch|"
    "références|liens|liens utiles|liens externes|bibliographie|notes et références|sources et références|pour aller plus loin|"
    "pour en savoir plus|lectures complémentaires|voir aussi|"
    "fuentes|referencias|enlaces|enlaces externos|enlaces de interés|bibliografía|notas|notas y referencias|para saber más|"
    "más información|lecturas recomendadas|véase también|"
    "fonti|riferimenti|riferimenti bibliografici|collegamenti|collegamenti esterni|link utili|bibliografia|note|per approfondire|"
    "per saperne di più|sitografia|vedi anche|"
    "fontes|referências|referências bibliográficas|ligações|ligações externas|links úteis|para saber mais|ver também|"
    "bronnen|bronvermelding|referenties|literatuur|literatuurlijst|verwijzingen|noten|voetnoten|verder lezen|"
    "meer informatie|zie ook|externe links|"
    "источники|литература|список литературы|ссылки|примечания|список источников|использованная литература|"
    "использованные источники|библиография|полезные ссылки|см. также|"
    "джерела|література|посилання|примітки|список літератури|źródła|przypisy|literatura|linki|linki zewnętrzne|zdroje|odkazy|"
    "poznámky|prameny|irodalom|források|hivatkozások|jegyzetek|surse|referințe|izvori|literatură|"
    "källor|referenser|länkar|litteratur|noter|kilder|referanser|lenker|referencer|lähteet|viitteet|linkit|kirjallisuus|"
    "kaynaklar|kaynakça|bağlantılar|dipnotlar|πηγές|βιβλιογραφία|παραπομπές|sumber|referensi|daftar pustaka|"
    "tài liệu tham khảo|参考文献|参考资料|參考資料|参考|注释|出典一覧|脚注|참고문헌|참고 문헌|참고 자료|المراجع|المصادر|مراجع|مصادر|מקורות|"
    "संदर्भ|सन्दर्भ"
)
# What a writer says before an address that his readers shall go to, as whole words: what they are asked to do, and what
# they are offered.
INVITATIONS = frozenset(
    (
        # English
        "visit contact tickets ticket register registration donate donations join apply follow subscribe information info details help"
        " call phone email e-mail more see read find check look my our your is are i we watch listen download sign give giving buy"
        " order shop store vote book booking reserve enter support supports fund funding fundraiser campaign appeal crowdfunding write"
        " send tell ask learn discover explore try click tap go get here form forms survey poll questionnaire video videos trailer"
        " film clip audio podcast episode playlist album song website websites site homepage blog channel newsletter app event"
        " events stream livestream map calendar programme program his her their us me you please rsvp enrol enroll enquiries"
        " hotline helpline instagram facebook twitter youtube tiktok telegram whatsapp linkedin patreon kickstarter gofundme paypal"
        # German
        " tel spenden spende spendenkonto anmeldung anmelden kontakt informationen karten mehr infos hier jetzt kaufen kauf"
        " bestellen bestellung unterschreiben unterzeichnen abonnieren herunterladen ansehen anschauen anhören hören abstimmen"
        " mitmachen teilnehmen helfen bitte umfrage formular laden webseite internetseite buchen tickethotline"
        # French
        " réservations réserver renseignements contacter donner don dons acheter achat commander signer voter rejoindre participer"
        " télécharger regarder écouter écoutez regardez signez votez donnez achetez rejoignez participez ici formulaire billets"
        " billetterie boutique sondage vidéo site s'inscrire s'abonner plus"
        # Spanish
        " contacto información entradas donar dona done comprar compra compre firmar firma firme votar vota vote únete participar participa"
        " descargar ver mira mire escuchar escucha escuche aquí formulario encuesta tienda vídeo sitio más apúntate ayuda ayude"
        # Italian
        " informazioni biglietti contatti donare donate donazioni comprare acquista acquistare compra firmare firmate votate votare partecipa"
        " partecipare unisciti scarica scaricare guarda guardare ascolta ascoltare qui modulo sondaggio negozio sito aiuta"
        # Portuguese
        " doar doe doação doações comprar compre assinar assine participe baixe baixar assista assistir ouça ouvir clique aqui"
        " formulário bilhetes ingressos loja contato contacto ajude site"
        # Dutch
        " doneren doneer geef kopen koop bestel bestellen teken tekenen stem stemmen kijk kijken luister luisteren meld aanmelden"
        " inschrijven hier formulier kaarten winkel word doe help steun"
        # Russian and Ukrainian
        " пожертвовать пожертвуйте купить купите заказать подписать подпишите подписаться подпишитесь проголосовать голосуйте"
        " зарегистрироваться скачать скачайте смотреть смотрите слушать слушайте вступить присоединяйтесь помочь помогите здесь"
        " тут форма билеты видео подкаст магазин сайт контакты петиция анкета опрос подробнее купити підписати підпишіть допомогти"
        # Polish, Czech, Swedish, Danish, Norwegian, Turkish
        " wpłać kup kupić podpisz głosuj pobierz obejrzyj posłuchaj dołącz pomóż tutaj formularz bilety sklep strona koupit"
        " podepsat hlasovat stáhnout zde köp skriv rösta lyssna titta anmäl här biljetter butik køb støt lyt se her billetter"
        " stem kjøp gi skjema satın imzala bağış buradan bilet başvuru izle dinle"
    ).split()
)
# The same by how a word begins, for what is inflected or compounded.
ASKED_FOR = (
    "donat", "donaci", "spende", "petit", "pétit", "petici", "petiz", "petiç", "петици", "петиці", "petycj", "regist", "inscri",
    "iscriv", "iscriz", "abonn", "suscri", "subscri", "abbona", "prenumer", "anmeld", "aanmeld", "podcast", "ticket", "download",
    "télécharg", "descarg", "scaric", "crowdfund", "webinar", "livestream", "newsletter", "webshop", "onlineshop", "unterschrift",
    "пожертв", "подпиш", "регистрац", "голосова", "скача", "darowizn",
)  # fmt: skip
# What the first word of a purpose is: "To give money", "Um zu helfen", "Pour aider".
PURPOSES = frozenset("to um zum zur pour para per om voor чтобы щоб для aby żeby for für för til için".split())
