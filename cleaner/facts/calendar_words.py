"""
The words that dates are written in, by language: months, weekdays, labels, prepositions, time zones.

Plain tables, because a table that is compiled with the package loads in half a millisecond and a data file in five. A
language is added by adding a line: full names first, then other cases and short forms, all in lower case and without
the full stop of an abbreviation. A word may mean the same month in ten languages and is then written ten times; the few
that do not agree (`listopad`) are told apart by the document's language, see :data:`MONTHS_BY_LANGUAGE`.
"""

from __future__ import annotations

from functools import cache

# fmt: off
MONTHS: dict[str, tuple[str, ...]] = {  # twelve entries each, variants set apart by a blank
    "en": ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
           "september sept sep", "october oct", "november nov", "december dec"),
    "de": ("januar jänner jan jän", "februar feber feb", "märz mär mrz", "april apr", "mai", "juni jun", "juli jul",
           "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"),
    "fr": ("janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
           "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc"),
    "es": ("enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
           "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic"),
    "it": ("gennaio gen genn", "febbraio feb febbr", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
           "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"),
    "pt": ("janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
           "setembro set", "outubro out", "novembro nov", "dezembro dez"),
    "nl": ("januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
           "september sept sep", "oktober okt", "november nov", "december dec"),
    "pl": ("stycznia styczeń sty", "lutego luty lut", "marca marzec mar", "kwietnia kwiecień kwi", "maja maj",
           "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz",
           "października październik paź", "listopada listopad lis", "grudnia grudzień gru"),
    "ru": ("января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май",
           "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент", "октября октябрь окт",
           "ноября ноябрь ноя нояб", "декабря декабрь дек"),
    "uk": ("січня січень січ", "лютого лютий лют", "березня березень бер", "квітня квітень квіт", "травня травень трав",
           "червня червень черв", "липня липень лип", "серпня серпень серп", "вересня вересень вер",
           "жовтня жовтень жовт", "листопада листопад лист", "грудня грудень груд"),
    "be": ("студзеня", "лютага", "сакавіка", "красавіка", "мая траўня", "чэрвеня", "ліпеня", "жніўня", "верасня",
           "кастрычніка", "лістапада", "снежня"),
    "bg": ("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
           "декември"),
    "sr": ("јануар јануара januar januara", "фебруар фебруара februar februara", "март марта mart marta",
           "април априла april aprila", "мај маја maj maja", "јун јуна jun juna", "јул јула jul jula",
           "август августа avgust avgusta", "септембар септембра septembar septembra",
           "октобар октобра oktobar oktobra", "новембар новембра novembar novembra",
           "децембар децембра decembar decembra"),
    "hr": ("siječnja siječanj", "veljače veljača", "ožujka ožujak", "travnja travanj", "svibnja svibanj",
           "lipnja lipanj", "srpnja srpanj", "kolovoza kolovoz", "rujna rujan", "", "studenoga studenog studeni",
           "prosinca prosinac"),
    "sl": ("januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta", "septembra", "oktobra",
           "novembra", "decembra"),
    "cs": ("ledna leden", "února únor", "března březen", "dubna duben", "května květen", "června červen",
           "července červenec", "srpna srpen", "září", "října říjen", "listopadu listopad", "prosince prosinec"),
    "sk": ("januára január", "februára február", "marca marec", "apríla apríl", "mája máj", "júna jún", "júla júl",
           "augusta", "septembra", "októbra október", "novembra", "decembra"),
    "hu": ("január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október",
           "november", "december"),
    "ro": ("ianuarie ian", "februarie", "martie", "aprilie", "mai", "iunie iun", "iulie iul", "august", "septembrie",
           "octombrie", "noiembrie", "decembrie"),
    "sv": ("januari jan", "februari feb", "mars", "april apr", "maj", "juni", "juli", "augusti aug", "september sep",
           "oktober okt", "november nov", "december dec"),
    "da": ("januar jan", "februar feb", "marts", "april apr", "maj", "juni", "juli", "august aug", "september sep",
           "oktober okt", "november nov", "december dec"),
    "no": ("januar jan", "februar feb", "mars", "april apr", "mai", "juni", "juli", "august aug", "september sep",
           "oktober okt", "november nov", "desember des"),
    "is": ("janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "september", "október", "nóvember",
           "desember"),
    "fi": ("tammikuuta tammikuu tammi", "helmikuuta helmikuu helmi", "maaliskuuta maaliskuu maalis",
           "huhtikuuta huhtikuu huhti", "toukokuuta toukokuu touko", "kesäkuuta kesäkuu kesä",
           "heinäkuuta heinäkuu heinä", "elokuuta elokuu elo", "syyskuuta syyskuu syys", "lokakuuta lokakuu loka",
           "marraskuuta marraskuu marras", "joulukuuta joulukuu joulu"),
    "et": ("jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august", "september", "oktoober",
           "november", "detsember"),
    "lv": ("janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī", "maijs maijā", "jūnijs jūnijā",
           "jūlijs jūlijā", "augusts augustā", "septembris septembrī", "oktobris oktobrī", "novembris novembrī",
           "decembris decembrī"),
    "lt": ("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio",
           "lapkričio", "gruodžio"),
    "tr": ("ocak oca", "şubat şub", "mart", "nisan nis", "mayıs", "haziran haz", "temmuz tem", "ağustos ağu",
           "eylül eyl", "ekim eki", "kasım kas", "aralık ara"),
    "az": ("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr",
           "dekabr"),
    "el": ("ιανουαρίου ιαν", "φεβρουαρίου φεβ", "μαρτίου μαρ", "απριλίου απρ", "μαΐου μαϊου μαι", "ιουνίου ιουν",
           "ιουλίου ιουλ", "αυγούστου αυγ", "σεπτεμβρίου σεπ", "οκτωβρίου οκτ", "νοεμβρίου νοε", "δεκεμβρίου δεκ"),
    "id": ("januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt",
           "september sep", "oktober okt", "november nov", "desember des"),
    "ca": ("gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre", "octubre", "novembre",
           "desembre"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل ابريل إبريل", "مايو", "يونيو", "يوليو", "أغسطس اغسطس", "سبتمبر",
           "أكتوبر اكتوبر", "نوفمبر", "ديسمبر"),
    "he": ("ינואר בינואר", "פברואר בפברואר", "מרץ במרץ", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי",
           "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"),
    "hi": ("जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर",
           "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"),
}

# Where one word is two months, the reading that holds when the document is in that language.
MONTHS_BY_LANGUAGE: dict[str, dict[str, int]] = {"hr": {"listopada": 10, "listopad": 10}, "bs": {"listopada": 10}}

WEEKDAYS: dict[str, tuple[str, ...]] = {  # seven entries each, Monday first
    "en": ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu thur", "friday fri", "saturday sat",
           "sunday sun"),
    "de": ("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa",
           "sonntag so"),
    "fr": ("lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"),
    "es": ("lunes lun", "martes mar", "miércoles mié mie", "jueves jue", "viernes vie", "sábado sáb sab",
           "domingo dom"),
    "it": ("lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven", "sabato sab", "domenica dom"),
    "pt": ("segunda seg", "terça ter", "quarta qua", "quinta qui", "sexta sex", "sábado", "domingo"),
    "nl": ("maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr", "zaterdag za", "zondag zo"),
    "pl": ("poniedziałek pon", "wtorek wt", "środa śr", "czwartek czw", "piątek pt", "sobota sob", "niedziela niedz"),
    "ru": ("понедельник пн", "вторник вт", "среда ср", "четверг чт", "пятница пт", "суббота сб", "воскресенье вс"),
    "uk": ("понеділок пн", "вівторок вт", "середа ср", "четвер чт", "п'ятниця пт", "субота сб", "неділя нд"),
    "bg": ("понеделник", "вторник", "сряда", "четвъртък", "петък", "събота", "неделя"),
    "sr": ("ponedeljak понедељак", "utorak уторак", "sreda среда", "četvrtak четвртак", "petak петак",
           "subota субота", "nedelja недеља"),
    "hr": ("ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota", "nedjelja"),
    "cs": ("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle"),
    "sk": ("pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa"),
    "hu": ("hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"),
    "ro": ("luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"),
    "sv": ("måndag mån", "tisdag tis", "onsdag ons", "torsdag tors tor", "fredag fre", "lördag lör", "söndag sön"),
    "da": ("mandag man", "tirsdag tirs", "onsdag ons", "torsdag tors", "fredag fre", "lørdag lør", "søndag søn"),
    "fi": ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    "tr": ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
    "el": ("δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή"),
    "id": ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"),
    "ca": ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"),
    "ar": ("الاثنين الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "he": ("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"),
    "hi": ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
}

# Labels are read word by word ("last updated on" is three words of these tables), so only single words stand here.
PUBLISHED: dict[str, str] = {
    "en": "published posted date dated pubdate uploaded created publication filed issued released aired publish post",
    "de": "veröffentlicht erstellt datum erschienen veröffentlichung publiziert erstveröffentlichung veröffentlichungsdatum",
    "fr": "publié publie publiée posté mis paru date diffusé",
    "es": "publicado publicada publicación creado fecha",
    "it": "pubblicato pubblicata pubblicazione data inserito creato",
    "pt": "publicado publicada publicação postado criado data",
    "nl": "gepubliceerd geplaatst datum",
    "pl": "opublikowano opublikowany publikacja publikacji data dodano utworzono",
    "ru": "опубликовано опубликован дата публикации добавлено размещено",
    "uk": "опубліковано дата публікації додано розміщено",
    "bg": "публикувана публикувано публикуван дата", "sr": "objavljeno објављено datum",
    "hr": "objavljeno", "cs": "publikováno vydáno datum zveřejněno", "sk": "publikované zverejnené dátum",
    "hu": "publikálva megjelent közzétéve dátum", "ro": "publicat publicată data",
    "sv": "publicerad publicerat", "da": "publiceret offentliggjort udgivet", "no": "publisert",
    "is": "birt", "fi": "julkaistu", "tr": "yayınlanma yayınlandı yayın tarihi giriş tarih oluşturulma",
    "el": "δημοσίευση δημοσιεύτηκε δημοσιεύθηκε ημερομηνία", "id": "diterbitkan dipublikasikan tayang tanggal terbit",
    "vi": "ngày đăng", "ca": "publicat", "ar": "نشر نُشر تاريخ النشر", "he": "פורסם תאריך", "hi": "प्रकाशित",
}
MODIFIED: dict[str, str] = {
    "en": "updated modified update edited revised changed lastmod lastmodified",
    "de": "aktualisiert geändert stand update aktualisierung bearbeitet",
    "fr": "modifié modifie modifiée actualisé jour", "es": "actualizado actualizada actualización modificado",
    "it": "aggiornato aggiornamento modifica modificato", "pt": "atualizado atualizada actualizado atualização modificado",
    "nl": "bijgewerkt gewijzigd laatst", "pl": "aktualizacja zaktualizowano aktualizacji",
    "ru": "обновлено обновлён обновлен изменено", "uk": "оновлено змінено", "bg": "обновена обновено",
    "sr": "ažurirano ажурирано izmenjeno", "cs": "aktualizováno upraveno", "sk": "aktualizované",
    "hu": "frissítve módosítva", "ro": "actualizat", "sv": "uppdaterad uppdaterat ändrad", "da": "opdateret",
    "no": "oppdatert endret", "fi": "päivitetty muokattu", "tr": "güncelleme güncellendi güncellenme son",
    "el": "ενημέρωση ενημερώθηκε τελευταία", "id": "diperbarui", "vi": "cập nhật", "ca": "actualitzat",
    "ar": "تحديث آخر", "he": "עודכן", "hi": "अपडेट अपडेटेड",
}
# Words that stand with a label or inside a date and say nothing themselves.
FILLERS = (
    "last first originally the of day zuletzt am vom den der dem dernière mise à jour a le el la il lo os em op de del do"
    " d dne w o r g roku року года году г р ora le godzina em às as on at in um från den kl klo klockan om ore ora hora horas"
    " alle a las les les heure to new time last article story on news fecha última ultima y et und and w dniu dnia lúc ngày"
    " năm v ve saat على في من יום ב на в о об е від năm a.m pukul pada jam kello ob u et à thứ hai ba tư sáu bảy chủ nhật ngay"
)
# A line that opens with one of these and bears neither label nor time is a piece of a sentence.
PREPOSITIONS = "on in at am em op en w на в о on since until by from um ob u"
ARTICLES = "le el il la the den der dem os"
TIME_WORDS = "uhr hrs hod godz ore ora orë h heures óra час год часов saat"
AM = "am a.m öö 午前 上午 오전 凌晨 早上 ص"
PM = "pm p.m 午後 下午 오후 晚上 م"
DAY_SUFFIXES = "st nd rd th er re º ª ro da de"
MINUTES = "min mins minute minutes minuten minuto minutos minuti minuter minutters minutter мин мин хв dk dakika minut"
READING = "read reading lesezeit lecture lectura leitura lettura leestijd čtení читать чтения читання okuma to time de di lästid"
# Signs of Chinese, Japanese and Korean dates are set without blanks, so that they are cut out of the line by these.
CJK_PUBLISHED = "发布时间 發布時間 发布于 發佈於 发布 發布 公開日時 公開日 公開 掲載日 掲載 配信 投稿日 日時 发表于 发表 時間 时间 日期 등록일 등록 입력 게시 기사입력 승인 작성 发稿 登録"
CJK_MODIFIED = "更新时间 更新時間 更新日時 更新日 最終更新 更新 修改 最后更新 최종수정 최종 수정 업데이트 改訂"
CJK_WEEKDAYS = ("月曜日 月曜 星期一 周一 週一 월요일", "火曜日 火曜 星期二 周二 週二 화요일", "水曜日 水曜 星期三 周三 週三 수요일",
                "木曜日 木曜 星期四 周四 週四 목요일", "金曜日 金曜 星期五 周五 週五 금요일", "土曜日 土曜 星期六 周六 週六 토요일",
                "日曜日 日曜 星期日 星期天 周日 週日 周天 일요일")
CJK_SHORT_WEEKDAYS = ("月 一 월", "火 二 화", "水 三 수", "木 四 목", "金 五 금", "土 六 토", "日 天 일")  # only in brackets

# Minutes east of Greenwich. Names that mean several zones (CST, IST, AST) tell no offset, and none is guessed.
ZONES: dict[str, int] = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "cet": 60, "mez": 60, "wat": 60, "cest": 120, "mesz": 120, "eet": 120, "sast": 120,
    "cat": 120, "eest": 180, "msk": 180, "мск": 180, "eat": 180, "trt": 180, "pkt": 300, "wib": 420, "ict": 420, "hkt": 480,
    "sgt": 480, "awst": 480, "wita": 480, "jst": 540, "kst": 540, "wit": 540, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540,
    "akdt": -480, "hst": -600, "brt": -180, "ndt": -150,
}
UNTOLD_ZONES = "cst ist ast adt bst wst gst kyiv"
AMERICAN_ZONES = {"et": -300, "ct": -360, "mt": -420, "pt": -480}  # standard time; an hour more in summer
# Words that only one language's dates bear, as evidence of which number is the day.
TELLING = {"uhr": "de", "mez": "de", "mesz": "de", "kl": "sv", "à": "fr", "às": "pt", "alle": "it", "ore": "it", "мск": "ru",
           "lúc": "vi", "ngày": "vi", "wib": "id", "godz": "pl", "sast": "af", "cet": "de", "cest": "de", "aest": "en-AU",
           "aedt": "en-AU", "nzst": "en-NZ", "nzdt": "en-NZ", "edt": "en-US", "pdt": "en-US", "cdt": "en-US",
           "et": "en-US", "pst": "en-US"}
# fmt: on

DAY_FIRST = frozenset(
    "de fr es it pt nl pl ru uk be bg sr hr bs sl cs sk ro sv da no nb nn is fi et lv tr az el id ca gl vi ar he hi af"
    " en-gb en-au en-nz en-ie en-za en-in".split()
)
MONTH_FIRST = frozenset(("en-us",))


@cache
def months() -> dict[str, int]:
    """Every month's names, in every language; where languages disagree, what most of them say."""
    return {name: number for row in MONTHS.values() for number, names in enumerate(row, 1) for name in names.split()}


@cache
def weekdays() -> dict[str, int]:
    """Every weekday's names; Monday is 0."""
    found = {name: number for row in WEEKDAYS.values() for number, names in enumerate(row) for name in names.split()}
    found |= {name: number for number, names in enumerate(CJK_WEEKDAYS) for name in names.split()}
    return found


@cache
def labels() -> dict[str, str]:
    """Every label's words, and whether they say that a text was published or modified."""
    found = {word: "published" for words in (*PUBLISHED.values(), CJK_PUBLISHED) for word in words.split()}
    found |= {word: "modified" for words in (*MODIFIED.values(), CJK_MODIFIED) for word in words.split()}
    return found


@cache
def fillers() -> frozenset[str]:
    """Words that may stand in a date's line and say nothing."""
    return frozenset(FILLERS.split()) | frozenset(PREPOSITIONS.split()) | frozenset(ARTICLES.split())
