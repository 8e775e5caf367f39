"""The words that picture credits are written with. Plain tables; see :mod:`~cleaner.facts.calendar_words` for why."""

from __future__ import annotations

# What opens a credit, in lower case. A colon, a slash or (English, German, French …) a "by" must follow.
LABELS = (
    "photo|photos|photograph|photographs|photography|picture|pictures|image|images|photo credit|image credit|picture credit|credit|"
    "credits|photo courtesy|image courtesy|file photo|file photograph|file picture|file image|file|representational image|video|"
    "illustration|illustrations|graphic|graphics|screenshot|screengrab|handout|pic|pics|cover photo|cover image|featured image|"
    "header image|lead image|top image|main image|image source|photo source|source photo|foto|fotos|bild|bilder|archivfoto|"
    "archivbild|symbolbild|symbolfoto|titelbild|bildquelle|bildnachweis|fotograf|fotografin|bildrechte|quelle foto|grafik|"
    "beitragsbild|fotocredit|crédit|crédits|crédit photo|crédits photo|photographie|légende|crédit image|imagen|imágenes|"
    "crédito|créditos|fotografía|foto de archivo|immagine|immagini|crediti|credito|crediti foto|fotografia|imagem|imagens|"
    "fotografias|beeld|beeldcredit|fotografie|zdjęcie|zdjęcia|fot|fot.|ilustracja|foto ilustrační|ilustrační foto|snímek|snímky|"
    "kép|fotó|illusztráció|imagine|sursa foto|kuva|kuvat|valokuva|arkivfoto|arkivbild|illustrasjonsfoto|illustrationsfoto|mynd|"
    "fotoğraf|görsel|φωτογραφία|φωτο|фото|фотография|фотографии|иллюстрация|снимка|изображение|світлина|зображення|ảnh|图|圖|图片|圖片|图片来源|圖片來源|"
    "摄影|攝影|写真|撮影|画像|사진|صورة|الصورة|תמונה|צילום|फोटो|uncredited"
)
BY = "by|from|via|courtesy of|courtesy|von|par|de|di|door|av|af|©|copyright"
# Whose pictures are in the news, besides the agencies.
PICTURE_HOUSES = frozenset(
    "getty|getty images|gettyimages|afp via getty images|shutterstock|istock|istockphoto|alamy|alamy stock photo|alamy live news|"
    "imago|imago images|imago stock&people|imago sportfotodienst|picture alliance|picture-alliance|flickr|wikimedia|"
    "wikimedia commons|wikipedia|unsplash|pixabay|pexels|epa|epa-efe|efe-epa|ap photo|ap file|ap file photo|afp photo|"
    "reuters photo|reuters file photo|handout|nurphoto|zuma|zuma press|sipa|sipa usa|sipa press|pa wire|pa images|pa archive|rex|"
    "rex features|corbis|depositphotos|adobe stock|adobestock|fotolia|dreamstime|123rf|bigstock|stock.adobe.com|screenshot|screengrab|imaginechina|xinhua/zuma|vcg|magnum photos|contour|wireimage|"
    "filmmagic|icon sportswire|usa today sports|usa today network|sputnik|hollandse hoogte|anp photo|scanpix|ntb scanpix|"
    "tt nyhetsbyrån|ritzau scanpix|lehtikuva|east news|agencja gazeta|agencja wyborcza.pl|nasa|esa|usgs|noaa|"
    "bundeswehr|us navy|u.s. navy|u.s. air force|us army|u.s. army|the new york times|the washington post|bfmtv|abaca|abacapress|"
    "hans lucas|maxppp|photopqr|belga image|isopix|keystone|witters|firo sportphoto|eibner|future image|ddp images|dpa picture alliance|"
    "file photo|file image|archive photo|stock photo|stock image|symbolbild|archivbild|archivfoto|foto de archivo|файл|"
    "вконтакте|рия новости|коммерсантъ|агентство «москва»|moskva agency|kremlin.ru|mil.ru|视觉中国|中新社|东方ic|资料图|资料图片|gnews|cnp|"
    "polaris|redux|camera press|bloomberg via getty images|newsmakers|pool|media pool|supplied|stringer|courtesy photo|"
    "contributed photo|submitted photo|imagn images|imagn|nbae via getty images|nhli via getty images|mlb photos|offside|actionplus".split(
        "|"
    )
)
PICTURE_WORDS = frozenset(
    "agency images photo photos press pictures picture archive archives photography wire via commons library museum collection"
    " agentur agence agencia agenzia archiv fotos foto stock handout pool studios films photographers".split()
)
# Public bodies, which give their pictures away and sign them with © as well.
PUBLIC = frozenset(
    "city town county state government ministry department police fire office council museum university park parliament"
    " senate congress army navy force ville mairie ministère gouvernement stadt gemeinde landkreis polizei feuerwehr"
    " ministerium museum ayuntamiento gobierno ministerio universidad comune ministero governo kommune kommun gemeente".split()
)
SMALL = frozenset(
    "of the for via and by on und von der die das des de la le du del di y et e imago dpa epa afp flickr picture alliance pool stock images".split()
)
# Houses that are something else as well: alone on a line they prove nothing.
UNSURE = frozenset(
    "pool rex wam keystone polaris sputnik wikipedia nasa esa stringer supplied handout screenshot screengrab".split()
)
# Labels that open headlines and sections as well: what follows must be a name, or known.
LOUD = frozenset(
    "image images picture pictures video graphic graphics bild bilder credit credits file illustration legende beeld kép imagine photos photo foto fotos фото".split()
)
