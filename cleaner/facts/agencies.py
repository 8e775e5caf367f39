"""
News agencies: the name we give them, and the names that they are signed with.

One line for each: canonical name, then how it is written, set apart by ``|``. What is written in capitals must be met
in capitals, and what is written in small letters in small letters or capitals ("dpa" signs itself so), because "ANI",
"CAN" or "TT" in any other dress is somebody's name or a word.
"""

from __future__ import annotations

from functools import cache

TABLE = """
AFP|Agence France-Presse|Agence France Presse|afp|АФП|法新社|フランス通信|AFP通信|وكالة فرانس برس|أ ف ب
AP|Associated Press|The Associated Press|АП|美联社|美聯社|AP通信
Reuters|Thomson Reuters|REUTERS|rtr|rtrs|Рейтер|路透社|路透|ロイター|ロイター通信|رويترز|로이터|로이터통신
dpa|Deutsche Presse-Agentur|Deutsche Presse Agentur|DPA|dpa-infocom|dpa-AFX|dpa-afx|德新社
TASS|ТАСС|ITAR-TASS|ИТАР-ТАСС|Tass|塔斯社|タス通信
RIA Novosti|РИА Новости|РИА «Новости»|RIA|РИА|Ria Novosti
Interfax|Интерфакс|INTERFAX
Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна
Ukrinform|Укринформ|Укрінформ
UNIAN|УНИАН|УНІАН
Xinhua|Xinhua News Agency|Xinhua News|新华社|新華社|新华网|XINHUA
China News Service|中新社|中国新闻社|中新网
Yonhap|Yonhap News Agency|Yonhap News|연합뉴스|聯合ニュース|YONHAP
Newsis|뉴시스
News1|뉴스1
Kyodo|Kyodo News|共同通信|共同|共同通信社|KYODO
Jiji Press|Jiji|時事通信|時事通信社|時事|JIJI
EFE|Agencia EFE|Efe|agencia efe
Europa Press|europa press|EUROPA PRESS|EP
ANSA|Ansa|Agenzia ANSA|ansa
Adnkronos|ADNKRONOS|AdnKronos
AGI|Agenzia Italia
LaPresse
PTI|Press Trust of India
ANI|Asian News International
IANS|Indo-Asian News Service
UNI|United News of India
Bloomberg|Bloomberg News|BLOOMBERG
UPI|United Press International
Anadolu|Anadolu Agency|Anadolu Ajansı|Anadolu Agentur|AA
DHA|Demirören Haber Ajansı
İHA|İhlas Haber Ajansı|IHA
CNA|Central News Agency|中央社
Lusa|Agência Lusa|LUSA|Agência LUSA
Agência Brasil
Estadão Conteúdo|Agência Estado
APA|Austria Presse Agentur|apa|APA-OTS
Keystone-SDA|Keystone-sda|KEYSTONE-SDA|SDA|sda|ATS|Keystone-ATS
Belga|BELGA|belga
ANP|anp
TT|Tidningarnas Telegrambyrå
NTB|ntb
Ritzau|RITZAU|ritzau
STT|Suomen Tietotoimisto
PAP|Polska Agencja Prasowa|pap
ČTK|CTK
TASR
SITA
MTI
Agerpres|AGERPRES
BTA|БТА
Tanjug|TANJUG
Hina|HINA|hina
STA
BELTA|БелТА|BelTA
AMNA|ANA-MPA|ΑΠΕ-ΜΠΕ|ΑΠΕ
SID|Sport-Informations-Dienst|sid
epd|Evangelischer Pressedienst|EPD
KNA|kna|Katholische Nachrichten-Agentur
ddp|DDP|dapd
Canadian Press|The Canadian Press|CP
PA|PA Media|Press Association|PA news agency|PA News Agency
AAP|Australian Associated Press
Bernama|BERNAMA
Antara|ANTARA
VNA|TTXVN|Vietnam News Agency
MENA|Middle East News Agency
WAM
SPA|Saudi Press Agency
IRNA
ISNA
Fars News Agency|Fars News|Fars
Tasnim|Tasnim News Agency
SANA
Petra News Agency
NNA|National News Agency
KCNA|Korean Central News Agency
APP|Associated Press of Pakistan
UNB|United News of Bangladesh
Notimex|NOTIMEX
Télam|TELAM|Telam
Prensa Latina
Ansamed
Moskva News Agency|Агентство «Москва»|АГН Москва
RFE/RL|RFE / RL
News Agency of Nigeria|NAN
GNA|Ghana News Agency
SAnews
SAPA
MAP|Maghreb Arabe Presse
APS|Algérie Presse Service
TAP|Tunis Afrique Presse
"""

# Too short or too common to be taken for an agency without a sign (a "By", a slash, brackets) beside it.
WEAK = frozenset(
    "ap rtr rtrs RIA EP AA UNI ATS ats PA APP MAP TAP STA SPA SANA MENA NAN APS WAM GNA NNA UNB SITA Fars Lusa"
    " Hina CP AGI CNA PAP  CTK Ansa TT News1 MTI ddp".split()
)


@cache
def agencies() -> dict[str, str]:
    """What agencies are signed with, and their canonical names."""
    found: dict[str, str] = {}
    for row in TABLE.strip().splitlines():
        name, *others = row.split("|")
        for alias in (name, *others):
            found.setdefault(alias, name)
            if alias[:1].islower():  # "dpa" is written "DPA" by some
                found.setdefault(alias.upper(), name)
    return found


def agency(text: str, *, signed: bool = True) -> str | None:
    """
    The agency that these words name, and nothing but name.

    Without a sign beside it (`signed` false) a name that is as likely a word or an abbreviation of something else is
    not believed.

    >>> agency("Agence France-Presse"), agency("dpa"), agency("Dpa"), agency("The AFP reported")
    ('AFP', 'dpa', None, None)
    >>> agency("AA"), agency("AA", signed=False)
    ('Anadolu', None)
    """
    if len(text) > 40 or (not signed and text in WEAK):
        return None
    return agencies().get(text)
