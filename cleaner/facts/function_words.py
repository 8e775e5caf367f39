"""
The small words of languages, by which :mod:`cleaner.language` knows them.

A language is added by adding its line: some fifty words that stand in any text whatever it is about, the commonest
first.
"""

from __future__ import annotations

# Function words by language. The commonest come first; the first twelve of each count double, as a text that has
# none of them is hardly in that language.
WORDS = {
    "en": "the of and to in is that for was with on as it are by be from this have not at has which or an were but their had they he"
          " his she her you we who will would been its can more about when what there if so than after also into said over only"
          " other some them these two first could him how out up no all our my me do did just because while where i your",
    "de": "der die und das den von zu mit ist des im sich nicht ein eine auf dem für auch als an es werden aus er hat dass sie nach"
          " wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein"
          " wurde sei ich wir kann gegen vom können schon wenn habe seine mark ihre dann unter soll doch jetzt alle diese keine was"
          " ihr mir uns muss beim diesem dieser jedoch wegen seit zwischen immer ohne hier",
    "fr": "les des et une est dans pour qui que pas du sur avec au ce par il le la de un en ne se plus son sont mais comme ou nous"
          " ses cette aux leur tout été vous elle être même deux fait après lui ces sans bien ont était aussi entre peut dont très"
          " depuis encore ils faire leurs où contre avant sous avoir selon ainsi chez quand toute tous si je notre votre donc"
          " moi ça cela avait c l d n qu",
    "es": "los las una que del con por para el se su es como la en de un más lo al pero sus le ya fue este ha sí porque esta son entre"
          " cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante"
          " ellos esto antes algunos qué unos yo otro tanto esa estos mucho según y sido está han ser había años tiene",
    "it": "che della di il per una non sono con del è la le dei nel alla si gli ha dalla in un da anche come più lo ma ai delle al dal"
          " nella questo suo essere ci stato cui hanno tra se loro dopo degli sua o quando molto io anni solo chi prima tutti"
          " fatto sul mi fra era due così già ancora poi fa quella quello sulla stata alle questa negli ed perché dove senza",
    "pt": "não uma que dos com para do da os em é o se as por mais na no ao um como das à foi ele mas pelo seu sua ou ser quando muito"
          " há nos já está eu também só pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você"
          " tinha foram essa num nem suas meu às minha têm numa pelos são sobre ainda anos disse segundo contra após",
    "ca": "els amb una és dels que per la i del les al seu va ha un en de no són més també aquest aquesta ser però com o han pel"
          " entre seva ens on hi perquè fins sobre estat des dies tot anys les aquests molt quan sense qual havia què pot uns"
          " després ja altres li segons ho als",
    "gl": "unha non dos que polo co da do unhas os na no ao é para por máis súa seu foi pola coa aos tamén dun dunha ou como esta este"
          " entre cando xa moi sobre nos ata onde tras isto eles ten son está hai seus súas ás os",
    "nl": "het een van de en is dat die niet op te zijn met voor er aan in ook als maar om bij dan nog naar uit door over ze wordt hij"
          " heeft worden wat werd wel geen meer kan tot deze al moet zich veel hebben of jaar hun zo waar onder tegen dit ons ik je"
          " had wie zal waren alleen na omdat nu haar mijn daar hem toch mensen tussen zou kunnen gaan",
    "af": "die nie en van is het 'n dat vir wat hy met op te sy word was aan ook om hulle as in ons by sal maar na deur uit kan ek oor"
          " een haar nog toe meer het se baie of moet so tot jy daar dit sê net al onder dan jaar mense hierdie",
    "pl": "nie się na że do jest to jak po ale co za od tak jego jej był była przez tym już dla tylko może ich oraz czy było o z w i"
          " przed roku będzie są które który która też gdy jednak bardzo być także ze ma pod przy więc niż jeszcze kiedy go mnie"
          " mi nawet lat sobie tego tej tych bo gdzie jako aby nad u a został między",
    "sv": "och att det som en på är av för med den till inte har de ett om jag var men han i så vi hon kan från man när nu år vid eller"
          " skulle också efter ska där alla under mycket bara sig ut här blir mot upp sin än över hade dem något några varit detta"
          " mer sedan finns få göra mellan in vad sina sitt utan blev inom kommer dessa får honom henne andra",
    "da": "og det at er en den til af i på de som med for der et ikke har jeg vi han var sig men et om så kan fra hun også skal ud efter"
          " være ved nu over bliver blev havde mod når år hvor dem vil sin op mere eller da hvad end meget deres ham blevet noget"
          " kunne ind mellem under hvis to andre bare alle selv siger uden mig dig jo",
    "no": "og det i på som er en til å av for at med har de ikke den et om var jeg vi men han seg fra så kan hun også skal ble etter nå"
          " være ved over blir hadde mot når år hvor dem vil sin opp mer eller da hva enn mye deres ham blitt noe kunne inn mellom"
          " under hvis to andre bare alle selv sier uten meg deg",
    "is": "og að í á er það sem um var við með ekki en til hann fyrir af hefur því eru þess hún þá frá þetta ég eða verið voru kom þar"
          " sé hafa vera eftir honum verður eins þeir þau segir nú upp þegar hér út hafi yfir",
    "fi": "ja on ei että se oli hän mutta ovat kun myös kuin ole mukaan tai niin joka sen jo vain vuoden nyt sekä voi olisi mitä sitä"
          " ollut hänen jos olla kanssa ne siitä tämä tämän jälkeen ennen sitten hyvin vielä mukaan niiden enemmän noin minä me"
          " eivät siis koska joita jotka tulee oma kaikki voidaan vuotta",
    "et": "ja on ei et see oli ka kui mis aga ta oma ning nii või siis kes ning selle seda juba veel mida pole nende tema pärast peale"
          " kas sest mitte need väga olid saab võib ma me kuid eesti aasta üle koos enam ole olnud",
    "lv": "un ir ar no ka par uz tas kas bet arī nav pie tā kā lai šo jau vai pēc ko viņš tika būs gan vēl bija tiek līdz savu to ļoti"
          " tikai gada viņa tad mēs es šī kad visu dēļ",
    "lt": "ir kad į yra su iš bet tai kaip jau ne jis apie po buvo per taip nuo tik už dar jo prie dėl savo ar pagal nėra labai kurie"
          " tačiau jų bus metų jie daugiau jei aš mes kuri arba",
    "cs": "se na že je v to s do z o ve si jako byl by za které jsou ale po který pro tak bylo jeho od i při již až jen která není"
          " než její má když bude před mezi jejich také však podle aby může nebo být co už ze jak jsem byla byly ho mu tím roku ještě"
          " kde jsme pod však pouze vše této",
    "sk": "sa na že je v to s do z o vo si ako bol by za ktoré sú ale po ktorý pre tak bolo jeho od aj pri už až len ktorá nie než jej"
          " má keď bude pred medzi ich tiež však podľa aby môže alebo byť čo zo som bola boli ho mu tým roku ešte kde sme pod iba"
          " všetko tejto",
    "sl": "je in na se da za ki so v ne tudi pa z bi po ni pri kot ali od še bo le že kar kako ko več bil bila iz ter zelo ima med do"
          " smo tako lahko vse njegov ker saj bili leta dela proti pred sem jih ga mu kjer letih",
    "hr": "je i u se na da su za od s o će koji nije kao bi što te ali iz a ili koje ne kako po sve koja do biti tko gdje samo bio bila"
          " nakon prema ima još zbog već više sam smo ih mu ga godine između vrijeme tijekom protiv dio prije uvijek nego kad"
          " ovo sve bilo ako također hrvatske tisuća svih može mogu kada jer toga",
    "sr": "је и у се на да су за од са о ће који није као би што али из а или које не како по све која до бити ко где само био била"
          " после према има још због већ више сам смо их му га године између време током против део пре увек него кад ово било ако"
          " такође може могу када јер тога те дана рекао србије",
    "hu": "a az és hogy nem is egy ez volt de meg mint csak már azt el vagy be még ki kell mert van ha lehet aki ezt ami nagy után más"
          " minden sem ezek arra szerint most olyan lesz úgy amely pedig két itt lett ők így azonban során volna miatt fel ahol"
          " között őket nincs amikor tud kellett neki saját több",
    "ro": "și în de la a că nu pe cu din este o care să pentru un mai au fi ce se ca sau dar după fost lui prin sunt când cel cele său"
          " sa le am ne despre ei ai ar va spus către între foarte iar doar până unei unui acest această acestea fără cum dacă"
          " asta poate aceste toate ani nici două fiind avea",
    "tr": "ve bir bu için da de ile olarak çok daha olan gibi ne o sonra kadar en var ancak ise her ki değil mi ya olduğu göre ama"
          " olduğunu önce şey hem tarafından iki yıl büyük nasıl oldu bunu onun diye üzerinde kendi yeni bana ben sen biz siz"
          " içinde şu zaman edilen dedi arasında hiç bin aynı",
    "az": "və bir bu üçün da də ilə olan çox daha olaraq kimi nə o sonra qədər ən var ki hər isə deyil olduğu görə amma əvvəl edən"
          " tərəfindən onun azərbaycan müəyyən bildirib edilib ildə haqqında",
    "sq": "të e në dhe që për me një se nga është i ka si më do kjo por ai u janë ky kanë nuk tij kishte duke edhe ishte pas tyre ose"
          " kur saj mund ndër gjithë vetëm deri shumë",
    "eu": "eta da du ez dira bat ere dute izan zen baina egin dela den hau bere zuen horrek duen ditu beste oso ari hori batean gara"
          " dituzte urte baino edo zuten",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak pada akan ke juga ada adalah mereka kami kita bisa telah oleh saya atau"
          " sudah dia karena lebih tersebut para seperti saat hari ia tahun namun menjadi bahwa kata sebagai hanya secara masih"
          " orang harus antara kepada sebuah banyak belum tetapi dapat serta jika",
    "vi": "và của là có được cho không trong các với một người những này đã khi để từ đến cũng như nhiều về ra năm tại sẽ vào trên"
          " phải ông lại anh tôi đó còn bị hơn theo sau thì nhưng nếu rất làm chỉ do bà trước việc nên",
    "tl": "ang ng sa na mga ay at para si ito ni kay niya hindi may mula siya ko nila ako kung dahil isang rin lang ka po pa namin"
          " natin kanyang upang habang ngunit",
    "sw": "ya na wa kwa ni katika za la kuwa hii cha hiyo huo kama lakini pia ambao baada yake wake hilo hayo alisema watu kutoka huyo"
          " ambayo sasa zaidi huku ili bila yao mwaka",
    "zu": "ukuthi futhi ngoba noma kodwa uma lapho kanye ngesikhathi yakhe bakhe wathi uthe kakhulu abantu emva lokhu leli lo ngemuva"
          " lapha nje kusho kuze bese nokuthi",
    "ru": "и в не на что он с как это по но из у за от так о же к его для бы вы она мы они все был было были быть или при также если"
          " до том уже только её ее их еще ещё когда есть чтобы который которые которая после может где очень этого году под этот"
          " того себя через сейчас во со там нет ли кто",
    "uk": "і в не на що та у з як це до за від про він а але його для було є також був були бути або при якщо вже тільки її їх ще коли"
          " щоб який які яка після може де дуже цього року під цей того себе через зараз й же так ми ви вони всі та із зі якого",
    "be": "і ў не на што у з як гэта да за ад пра ён а але яго для было ёсць таксама быў былі быць ці пры калі ўжо толькі яе іх яшчэ"
          " каб які якія якая пасля можа дзе вельмі гэтага года пад гэты",
    "bg": "на и в да се за от е не са с по че като до си това той при който както или но тя към има след още само които ще бъде беше"
          " може през много както които която което във със те ни го му ги най тази този години време вече ли също преди",
    "mk": "на и во да се за од е не со што ќе дека по како до ги го ја му тоа тој при кој или но таа кон има по само кои беше може"
          " многу која кое овој оваа години време веќе исто пред биде сите",
    "ar": "في من على أن إلى عن التي الذي هذا ما هذه كان لا مع أو قد كما كل بين بعد لم عند غير حتى ذلك هو هي قال وقد كانت أي منذ خلال"
          " قبل إن وفي ومن وأن لكن ثم حيث وهو",
    "fa": "و در به از که این را با است برای آن یک تا بر خود هم کرد شد می نیز ما شده بود او هر اما یا باید پس آنها دیگر شود کند های"
          " اين گفت بین داد پیش سال چه اگر",
    "ur": "کے کی میں ہے اور سے کا کو اس کہ ہیں نے پر یہ بھی ایک نہیں تھا تو ہو کر گیا وہ ان ہی تھے جو کیا رہے لیے اپنے بعد تھی",
    "hi": "के में की है और से का को इस कि हैं ने पर यह भी एक नहीं था तो हो कर गया वह उन ही थे जो किया रहे लिए अपने बाद थी",
    "mr": "आहे आणि या च्या ला ने हे होते त्या की तर मात्र आहेत व यांनी होता केली असे केला ही पण एक झाली नाही मध्ये",
    "ne": "छ र को मा का ले पनि हो गरेको छन् लागि यो भने भएको थियो गर्न एक गरे तथा गर्ने",
}  # fmt: skip
