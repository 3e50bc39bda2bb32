"""Currencies: ISO 4217 codes in use, the signs and names that text writes for them, and their parts.

Codes after ISO 4217 list one (amendment 176) and list three (historic ones); signs and names after the
Unicode CLDR's English names.
"""

from typing import NamedTuple


class Money(NamedTuple):
    """A currency as text writes it.

    signs: directly before or after the number. names: behind it, and the currency's alone. lands: the
    adjectives with which the names say it too, and with which `shared`, a name of several currencies, does.
    """

    code: str
    signs: str = ""
    names: str = ""
    lands: str = ""
    shared: str = ""


CURRENCIES = (
    Money(
        "USD",
        "$|US$|US $|$US|U.S.$|USD$|US dollar|＄",
        "dollar|buck|usd=usd",
        "us|u.s.|united states|american",
        "dollar",
    ),
    Money("AUD", "A$|AU$|AUS$|$A|AUD$", "", "australian|aussie", "dollar"),
    Money("CAD", "C$|CA$|$C|CAD$|Can$|CDN$|Cdn$", "", "canadian", "dollar"),
    Money("HKD", "HK$|$HK|HK $", "", "hong kong", "dollar"),
    Money("NZD", "NZ$|$NZ", "", "new zealand|kiwi", "dollar"),
    Money("SGD", "S$|SG$|$S", "", "singapore|singaporean", "dollar"),
    Money("TWD", "NT$", "", "new taiwan|taiwan|taiwanese", "dollar"),
    Money("BMD", "BD$", "", "bermudian|bermudan|bermuda", "dollar"),
    Money("JMD", "J$", "", "jamaican|jamaica", "dollar"),
    Money("TTD", "TT$", "", "trinidad|trinidadian|trinidad and tobago", "dollar"),
    Money("FJD", "FJ$", "", "fijian|fiji", "dollar"),
    Money("NAD", "N$", "", "namibian|namibia", "dollar"),
    Money("ZWL", "Z$", "", "zimbabwean|zimbabwe", "dollar"),
    Money("BBD", "Bds$", "", "barbadian|barbados", "dollar"),
    Money("BND", "B$", "", "brunei|bruneian", "dollar"),
    Money("BSD", "", "", "bahamian|bahamas", "dollar"),
    Money("BZD", "BZ$", "", "belize|belizean", "dollar"),
    Money("GYD", "GY$|G$", "", "guyanese|guyana", "dollar"),
    Money("KYD", "CI$", "", "cayman islands|cayman|caymanian", "dollar"),
    Money("LRD", "L$", "", "liberian", "dollar"),
    Money("SBD", "SI$", "", "solomon islands", "dollar"),
    Money("SRD", "Sr$", "", "surinamese|suriname", "dollar"),
    Money("XCD", "EC$", "", "east caribbean|eastern caribbean", "dollar"),
    Money("EUR", "€|€ur|EUR€", "euro|eur=eur"),
    Money(
        "GBP",
        "£|￡|GB£|UK£",
        "pound sterling=pounds sterling|sterling=sterling|quid=quid",
        "british|u.k.|uk|english",
        "pound",
    ),
    Money("EGP", "E£|LE|L.E.", "l.e.=l.e.|le=le|geneh=geneh", "egyptian", "pound"),
    Money("LBP", "", "", "lebanese", "pound|lira"),
    Money("SYP", "", "", "syrian", "pound|lira"),
    Money("SDG", "", "", "sudanese", "pound"),
    Money("SSP", "", "", "south sudanese", "pound"),
    Money("FKP", "", "", "falkland|falklands|falkland islands", "pound"),
    Money("GIP", "", "", "gibraltar|gibraltarian", "pound"),
    Money("SHP", "", "", "saint helena|st. helena|st helena", "pound"),
    Money("JPY", "¥|JP¥|Y=|￥|円", "yen=yen", "japanese"),
    Money(
        "CNY",
        "CN¥|RMB|RMB¥|元",
        "yuan=yuan|renminbi=renminbi|rmb=rmb|kuai=kuai|yuan renminbi=yuan renminbi",
        "chinese",
    ),
    Money("INR", "₹|Rs|Rs.|Re|INR₹|₨", "rupee|rs=rs|rs.=rs.", "indian"),
    Money("PKR", "PKRs", "", "pakistani|pakistan", "rupee"),
    Money("LKR", "SLRs", "", "sri lankan|sri lanka", "rupee"),
    Money("NPR", "NRs", "", "nepalese|nepali", "rupee"),
    Money("MUR", "", "", "mauritian|mauritius", "rupee"),
    Money("SCR", "", "", "seychellois|seychelles", "rupee"),
    Money("MVR", "Rf", "rufiyaa|rufiyah", "maldivian|maldives"),
    Money("BDT", "৳|Tk", "taka", "bangladeshi"),
    Money("BTN", "", "ngultrum", "bhutanese"),
    Money("KRW", "₩|￦|원", "won=won", "korean|south korean"),
    Money("KPW", "", "", "north korean", "won=won"),
    Money("CHF", "Fr.|SFr|CHF", "", "swiss", "franc"),
    Money("XOF", "", "", "west african cfa|west african", "franc"),
    Money("XAF", "", "", "central african cfa|central african", "franc"),
    Money("XPF", "", "", "cfp|french pacific", "franc"),
    Money("BIF", "FBu", "", "burundian|burundi", "franc"),
    Money("CDF", "", "", "congolese", "franc"),
    Money("DJF", "Fdj", "", "djiboutian|djibouti", "franc"),
    Money("GNF", "", "", "guinean|guinea", "franc"),
    Money("KMF", "", "", "comorian|comoran", "franc"),
    Money("RWF", "FRw|Frw", "", "rwandan|rwanda", "franc"),
    Money("ILS", "₪|NIS", "shekel|nis=nis|sheqel", "israeli|new israeli|israeli new"),
    Money("MYR", "RM", "ringgit|rm=rm", "malaysian|malaysia"),
    Money("BYN", "", "", "belarusian|belarussian|belarus", "ruble|rouble"),
    Money("RUB", "₽|руб", "ruble|rouble", "russian"),
    Money("TRY", "₺|TL", "lira", "turkish|new turkish"),
    Money("ZAR", "R", "rand=rand", "south african"),
    Money("BRL", "R$", "reais=reais", "brazilian", "real=reais|real"),
    Money("MXN", "Mex$|MX$|MXN$|Mx$", "", "mexican", "peso"),
    Money("ARS", "AR$", "", "argentine|argentinian|argentinean|argentina", "peso"),
    Money("CLP", "CL$", "", "chilean|chile", "peso"),
    Money("COP", "Col$|COL$", "", "colombian|colombia", "peso"),
    Money("UYU", "$U|UY$|UYU$", "", "uruguayan|uruguay", "peso"),
    Money("CUP", "", "", "cuban|cuba", "peso"),
    Money("DOP", "RD$", "", "dominican", "peso"),
    Money("PHP", "₱|Php|PhP|P", "", "philippine|filipino|philippines", "peso"),
    Money(
        "PEN",
        "S/|S/.",
        "nuevo sol=nuevos soles|nuevo sol",
        "peruvian",
        "sol=soles|nuevo sol=nuevos soles|nuevo sol",
    ),
    Money("IDR", "Rp|Rp.", "rupiah", "indonesian|indonesia"),
    Money("THB", "฿|Bt", "baht", "thai"),
    Money("VND", "₫|đ|VNĐ", "dong=dong", "vietnamese|vietnam"),
    Money("SEK", "SKr|Skr", "krona=kronor", "swedish", "crown|krone=kronor|krona|krona=krona"),
    Money("NOK", "NKr|Nkr", "", "norwegian", "krone=kroner|krone|crown|krona=kronor"),
    Money("DKK", "DKr|Dkr", "krone=kroner", "danish", "krone=kroner|krone|crown|krona=kronor"),
    Money("ISK", "", "króna=krónur", "icelandic|iceland", "krona=kronur|krona|króna=krónur|crown"),
    Money(
        "CZK", "Kč", "koruna|koruna=koruny|koruna=korun", "czech", "koruna=koruny|koruna=korun|koruna|crown"
    ),
    Money("PLN", "zł|Zł|ZŁ", "zloty|złoty|zlotych=zlotych|zlotys=zloties", "polish"),
    Money("HUF", "", "forint", "hungarian"),
    Money("RON", "", "leu=lei", "romanian"),
    Money("MDL", "", "", "moldovan|moldova", "leu=lei"),
    Money("BGN", "лв", "lev=leva|leva=levs", "bulgarian"),
    Money("RSD", "", "", "serbian|serbia", "dinar"),
    Money("MKD", "", "denar=denari|denar", "macedonian"),
    Money("ALL", "", "lek=lekë|lek", "albanian"),
    Money(
        "BAM",
        "",
        "convertible mark",
        "bosnian|bosnia-herzegovina|bosnia and herzegovina",
        "mark|convertible mark",
    ),
    Money("UAH", "₴|грн", "hryvnia|hryvnya|hryvnia=hryvni", "ukrainian|ukraine"),
    Money("KZT", "₸", "tenge", "kazakhstani|kazakh|kazakhstan"),
    Money("KGS", "", "", "kyrgyzstani|kyrgyz|kyrgyzstan", "som"),
    Money("UZS", "", "", "uzbekistani|uzbek|uzbekistan", "som|sum|soum"),
    Money("TJS", "", "somoni", "tajikistani|tajik|tajikistan"),
    Money("TMT", "", "", "turkmenistani|turkmen|turkmenistan", "manat"),
    Money("AZN", "₼", "", "azerbaijani|azeri|azerbaijan", "manat"),
    Money("GEL", "₾", "lari", "georgian"),
    Money("AMD", "֏", "", "armenian", "dram"),
    Money("MNT", "₮", "tugrik|tögrög|togrog", "mongolian"),
    Money("NGN", "₦|N", "naira", "nigerian"),
    Money("GHS", "GH₵|₵|GHC|GH¢|GHS¢", "cedi", "ghanaian|ghana"),
    Money("KES", "KSh|Ksh|Sh|KSh.|Kshs|KShs", "", "kenyan|kenya", "shilling"),
    Money("UGX", "USh|Ush|UShs|Ushs", "", "ugandan|uganda", "shilling"),
    Money("TZS", "TSh|Tsh|TShs|Tshs", "", "tanzanian|tanzania", "shilling"),
    Money("SOS", "", "", "somali|somalia|somalian", "shilling"),
    Money("ETB", "Br", "birr", "ethiopian"),
    Money("ERN", "Nfk", "nakfa", "eritrean"),
    Money("AOA", "Kz", "kwanza", "angolan"),
    Money("BWP", "", "pula", "botswanan|botswana"),
    Money("CVE", "", "", "cape verdean|cape verde|cabo verdean", "escudo"),
    Money("GMD", "", "dalasi", "gambian"),
    Money("LSL", "", "loti=maloti", "lesotho|basotho"),
    Money("SZL", "", "lilangeni=emalangeni", "swazi|swaziland|eswatini"),
    Money("MGA", "", "ariary", "malagasy|madagascar"),
    Money("MRU", "", "ouguiya", "mauritanian"),
    Money("MWK", "MK", "", "malawian|malawi", "kwacha"),
    Money("ZMW", "ZK", "", "zambian|zambia", "kwacha"),
    Money("MZN", "", "metical=meticais|metical", "mozambican|mozambique"),
    Money("SLE", "", "leones=leones", "sierra leonean|sierra leone", "leone"),
    Money("STN", "", "dobra", "são tomé and príncipe|sao tome and principe|são tomé|sao tome"),
    Money("MAD", "", "", "moroccan|morocco", "dirham"),
    Money("AED", "Dh|Dhs|DH", "dirham", "uae|u.a.e.|emirati|united arab emirates"),
    Money("SAR", "SR|﷼", "", "saudi|saudi arabian", "riyal|rial"),
    Money("QAR", "QR", "", "qatari|qatar", "riyal|rial"),
    Money("OMR", "", "", "omani|oman", "rial|riyal"),
    Money("YER", "", "", "yemeni|yemen", "rial|riyal"),
    Money("IRR", "", "rial|toman", "iranian", "rial|riyal"),
    Money("IQD", "", "", "iraqi", "dinar"),
    Money("KWD", "KD", "", "kuwaiti|kuwait", "dinar"),
    Money("JOD", "JD", "", "jordanian|jordan", "dinar"),
    Money("BHD", "BD", "", "bahraini|bahrain", "dinar"),
    Money("LYD", "LD", "", "libyan", "dinar"),
    Money("TND", "DT", "", "tunisian|tunisia", "dinar"),
    Money("DZD", "", "", "algerian", "dinar"),
    Money("AFN", "؋", "afghani", "afghan"),
    Money("MMK", "", "kyat", "burmese|myanmar|myanma"),
    Money("LAK", "₭", "kip", "lao|laotian"),
    Money("KHR", "៛", "riel", "cambodian"),
    Money("MOP", "MOP$", "pataca", "macanese|macau|macao"),
    Money("PGK", "", "kina", "papua new guinean|papua new guinea"),
    Money("TOP", "T$", "pa'anga|pa’anga|paʻanga|paanga", "tongan"),
    Money("VUV", "VT", "vatu", "vanuatu|ni-vanuatu"),
    Money("WST", "WS$", "", "samoan|samoa", "tala"),
    Money("HTG", "", "gourde", "haitian"),
    Money("AWG", "Afl", "", "aruban|aruba", "florin|guilder"),
    Money("ANG", "", "", "netherlands antillean|antillean|curaçao|curacao", "guilder|florin"),
    Money("NIO", "", "córdoba|cordobas=cordobas", "nicaraguan", "cordoba"),
    Money("PAB", "B/.", "balboa", "panamanian"),
    Money("CRC", "₡", "colón=colones|colon=colones", "costa rican", "colon|colón"),
    Money("SVC", "", "", "salvadoran|salvadorean", "colon=colones|colón=colones|colon"),
    Money("PYG", "₲", "guarani|guaraní|guarani=guaranies|guaraní=guaraníes", "paraguayan"),
    Money("VES", "", "bolivar|bolívar|bolivar=bolivares|bolívar=bolívares", "venezuelan"),
    Money("BOB", "", "boliviano", "bolivian"),
    Money("GTQ", "", "quetzal|quetzal=quetzales", "guatemalan"),
    Money("HNL", "", "lempira", "honduran"),
    Money("HRK", "kn", "kuna", "croatian"),
    Money("DEM", "DM", "deutsche mark|deutschmark|deutschemark|d-mark|mark", "german|west german"),
    Money("FRF", "", "", "french", "franc"),
    Money("BEF", "", "", "belgian", "franc"),
    Money("LUF", "", "", "luxembourg|luxembourgish", "franc"),
    Money("ITL", "", "lire=lire", "italian", "lira=lire|lira"),
    Money("IEP", "IR£", "", "irish", "pound|punt"),
    Money("ATS", "", "", "austrian", "schilling|shilling"),
    Money("ESP", "", "", "spanish", "peseta"),
    Money("NLG", "", "", "dutch|netherlands", "guilder|florin"),
    Money("FIM", "", "", "finnish", "markka=markkaa|markka|mark"),
    Money("PTE", "", "", "portuguese", "escudo"),
    Money("GRD", "", "drachma|drachma=drachmae", "greek"),
    Money("EEK", "", "kroon=krooni|kroon", "estonian"),
    Money("LTL", "", "litas=litai", "lithuanian"),
    Money("LVL", "", "", "latvian", "lats=lati|lats=lats|lat"),
    Money("SIT", "", "", "slovenian", "tolar"),
    Money("SKK", "", "", "slovak", "koruna=koruny|koruna|crown"),
    Money("CYP", "", "", "cypriot|cyprus", "pound"),
    Money("MTL", "", "", "maltese", "lira=liri|lira"),
    Money("BTC", "₿|Ƀ", "bitcoin"),
    Money("ETH", "Ξ", "ether|ethereum"),
)

SHARED_NAMES = {
    "franc": "franc",
    "peso": "peso",
    "dinar": "dinar",
    "riyal": "riyal",
    "shilling": "shilling",
    "crown": "crown",
    "guilder": "guilder",
    "peseta": "peseta",
    "markka": "markka",
    "cfa franc": "CFA franc",
    "cfa=cfa": "CFA franc",
    "manat": "manat",
    "kwacha": "kwacha",
    "escudo": "escudo",
    "guineas=guineas": "guinea",
    "schilling": "schilling",
}
"""Names that several currencies bear; the code says no more than the text does."""

SHARED_SIGNS = {"FCFA": "CFA franc", "kr": "crown", "ƒ": "guilder", "Shs": "shilling"}
"""Signs that several currencies bear."""


class Part(NamedTuple):
    """A part of a currency: `whole` of them are one of it; signs stand behind the number."""

    code: str
    names: str
    signs: str = ""
    whole: int = 100


PARTS = (
    Part("cent", "cent|us cent|euro cent|eurocent|pennies=pennies", "c|¢"),
    Part("penny", "penny=pence|pence=pence|british penny", "p"),
    Part("sen", "sen=sen|malaysian sen=malaysian sen", "sen"),
    Part("satoshi", "satoshi", whole=100_000_000),
    Part("jiao", "jiao=jiao|mao=mao", whole=10),
    Part("fen", "fen=fen"),
    Part("kopeck", "kopeck|kopek|kopeyka=kopeyki|kopiyka=kopiyky"),
    Part("paisa", "paisa=paise|paisa"),
    Part("poisha", "poisha=poisha"),
    Part("fils", "fils=fils", whole=1000),
    Part("halala", "halala|halalah"),
    Part("øre", "øre=øre|öre=öre"),
    Part("grosz", "grosz=groszy|grosze=grosze"),
    Part("centavo", "centavo"),
    Part("centime", "centime"),
    Part("stotinka", "stotinka=stotinki"),
    Part("agora", "agora=agorot|agorot=agoras"),
    Part("satang", "satang"),
    Part("kobo", "kobo=kobo"),
    Part("pesewa", "pesewa"),
    Part("pfennig", "pfennig|pfennig=pfennige"),
    Part("piastre", "piastre|piaster"),
    Part("ban", "bani=bani"),
    Part("kuruş", "kuruş|kurus"),
    Part("haler", "haléř=haléřů"),
    Part("fillér", "fillér"),
    Part("lipa", "lipas=lipe"),
    Part("tetri", "tetri=tetri"),
    Part("tiyin", "tiyin|tyiyn"),
    Part("tambala", "tambala"),
    Part("ngwee", "ngwee=ngwee"),
    Part("thebe", "thebe=thebe"),
    Part("céntimo", "céntimo|centimo"),
    Part("santim", "santim|santīm=santīmi"),
    Part("baisa", "baisa", whole=1000),
    Part("millime", "millime", whole=1000),
    Part("rappen", "rappen=rappen"),
)

_CODE_LIST = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD
XOF XPF YER ZAR ZMW ZWL BTC ETH
DEM FRF ITL ESP NLG BEF ATS FIM IEP GRD PTE LUF EEK LTL LVL SIT SKK CYP MTL
"""
CODES = frozenset(_CODE_LIST.split())
"""ISO 4217 codes that text writes as they are, those that the euro replaced among them."""

_WORDLIKE_LIST = """
ALL ANG ATS AWG BAM BIF BOB BTN COP CUP CVE DEM DOP ERN ESP FIM GEL GIP GMD LTL MAD MDL MGA MOP MTL MUR
NAD NIO PEN PHP PTE RON SAR SBD SCR SHP SIT SLE SOS SRD SSP STN SVC TMT TOP TRY
"""
WORDLIKE_CODES = frozenset(_WORDLIKE_LIST.split())
"""Codes that are other words or letters: in lower case never money, nor in a headline in capitals."""
