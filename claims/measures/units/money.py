"""Currencies: ISO 4217 codes in use, the signs and names that text writes for them, and their parts.

Codes after ISO 4217 list one (amendment 176); signs and names after the Unicode CLDR's English names.
"""

from typing import NamedTuple


class Money(NamedTuple):
    """A currency: signs stand directly before or after the number, names behind it."""

    code: str
    signs: str
    names: str


CURRENCIES = (
    Money(
        "USD",
        "$|US$|US $|$US|U.S.$|USD$|US dollar|＄",
        "dollar|us dollar|u.s. dollar|united states dollar|american dollar|buck|usd=usd",
    ),
    Money("AUD", "A$|AU$|$A|AUD$", "australian dollar|aussie dollar"),
    Money("CAD", "C$|CA$|$C|CAD$|Can$|CDN$|Cdn$", "canadian dollar"),
    Money("HKD", "HK$|$HK|HK $", "hong kong dollar"),
    Money("NZD", "NZ$|$NZ", "new zealand dollar"),
    Money("SGD", "S$|SG$|$S", "singapore dollar|singaporean dollar"),
    Money("TWD", "NT$", "new taiwan dollar|taiwan dollar|taiwanese dollar"),
    Money("BMD", "BD$", "bermudian dollar"),
    Money("JMD", "J$", "jamaican dollar"),
    Money("TTD", "TT$", "trinidad dollar"),
    Money("FJD", "FJ$", "fijian dollar|fiji dollar"),
    Money("NAD", "N$", "namibian dollar"),
    Money("ZWL", "Z$", "zimbabwean dollar|zimbabwe dollar"),
    Money("EUR", "€|€ur|EUR€", "euro|eur=eur"),
    Money(
        "GBP",
        "£|GB£|UK£",
        "pound sterling=pounds sterling|british pound|sterling=sterling|quid=quid|u.k. pound|uk pound",
    ),
    Money("EGP", "E£|LE|L.E.", "egyptian pound|l.e.=l.e.|le=le|geneh=geneh"),
    Money("LBP", "", "lebanese pound|lebanese lira=lebanese lira"),
    Money("SYP", "", "syrian pound"),
    Money("SDG", "", "sudanese pound"),
    Money("JPY", "¥|JP¥|Y=|￥", "yen=yen|japanese yen=japanese yen"),
    Money(
        "CNY",
        "CN¥|RMB|RMB¥|元",
        "yuan=yuan|chinese yuan=chinese yuan|renminbi=renminbi|rmb=rmb|kuai=kuai|yuan renminbi=yuan renminbi",
    ),
    Money("INR", "₹|Rs|Rs.|Re|INR₹", "rupee|indian rupee|rs=rs|rs.=rs."),
    Money("PKR", "PKRs", "pakistani rupee|pakistan rupee"),
    Money("LKR", "SLRs", "sri lankan rupee"),
    Money("NPR", "", "nepalese rupee|nepali rupee"),
    Money("BDT", "৳|Tk", "taka=taka|bangladeshi taka=bangladeshi taka"),
    Money("KRW", "₩|￦", "won=won|korean won=korean won|south korean won=south korean won"),
    Money("KPW", "", "north korean won=north korean won"),
    Money("CHF", "Fr.|SFr|CHF", "swiss franc"),
    Money("XOF", "", "cfa franc|west african cfa franc"),
    Money("ILS", "₪|NIS", "shekel|israeli shekel|new israeli shekel|nis=nis|sheqel"),
    Money(
        "MYR",
        "RM",
        "ringgit|ringgit=ringgit|malaysian ringgit|malaysian ringgit=malaysian ringgit|"
        "malaysia ringgit|malaysia ringgit=malaysia ringgit|rm=rm",
    ),
    Money("RUB", "₽", "ruble|rouble|russian ruble|russian rouble"),
    Money("BYN", "", "belarusian ruble|belarusian rouble"),
    Money("TRY", "₺", "turkish lira=turkish lira|turkish lira|lira=lira"),
    Money("ZAR", "R", "rand=rand|south african rand=south african rand"),
    Money("BRL", "R$", "reais=reais|brazilian real=brazilian reais|brazilian real"),
    Money("MXN", "Mex$|MX$|MXN$|Mx$", "mexican peso"),
    Money("ARS", "", "argentine peso|argentinian peso"),
    Money("CLP", "", "chilean peso"),
    Money("COP", "", "colombian peso"),
    Money("UYU", "", "uruguayan peso"),
    Money("CUP", "", "cuban peso"),
    Money("DOP", "", "dominican peso"),
    Money("PHP", "₱", "philippine peso|filipino peso"),
    Money("PEN", "S/", "peruvian sol|nuevo sol"),
    Money("IDR", "Rp|Rp.", "rupiah|rupiah=rupiah|indonesian rupiah|indonesian rupiah=indonesian rupiah"),
    Money("THB", "฿", "baht|baht=baht|thai baht|thai baht=thai baht"),
    Money("VND", "₫", "dong=dong|vietnamese dong=vietnamese dong|vietnam dong=vietnam dong"),
    Money("SEK", "", "swedish krona=swedish kronor|swedish krona|swedish crown|krona=kronor"),
    Money("NOK", "", "norwegian krone=norwegian kroner|norwegian krone|norwegian crown"),
    Money("DKK", "", "danish krone=danish kroner|danish krone|danish crown|krone=kroner"),
    Money("ISK", "", "icelandic krona=icelandic kronur|icelandic krona"),
    Money("CZK", "Kč", "czech koruna|czech crown|koruna"),
    Money("PLN", "zł", "zloty|zloty=zloty|polish zloty|polish zloty=polish zloty|zlotych=zlotych"),
    Money("HUF", "", "forint|hungarian forint|forint=forint"),
    Money("RON", "", "romanian leu=romanian lei|leu=lei"),
    Money("BGN", "", "bulgarian lev=bulgarian leva|leva=leva"),
    Money("RSD", "", "serbian dinar"),
    Money("UAH", "₴", "hryvnia|hryvnia=hryvnia|ukrainian hryvnia|hryvnya"),
    Money("KZT", "₸", "tenge=tenge"),
    Money("GEL", "₾", "lari=lari|georgian lari=georgian lari"),
    Money("AMD", "֏", "armenian dram"),
    Money("AZN", "₼", "manat=manat"),
    Money("UZS", "", "uzbek som|uzbek sum"),
    Money("NGN", "₦", "naira=naira|nigerian naira=nigerian naira"),
    Money("GHS", "GH₵|₵|GHC", "cedi|ghanaian cedi|ghana cedi"),
    Money("KES", "KSh|Ksh|Sh|KSh.", "kenyan shilling"),
    Money("UGX", "USh", "ugandan shilling"),
    Money("TZS", "TSh", "tanzanian shilling"),
    Money("ETB", "Br", "ethiopian birr=ethiopian birr|birr=birr"),
    Money("MAD", "", "moroccan dirham"),
    Money("AED", "Dh|Dhs|DH", "dirham|uae dirham|emirati dirham|united arab emirates dirham"),
    Money("SAR", "SR|﷼", "saudi riyal"),
    Money("QAR", "QR", "qatari riyal|qatari rial"),
    Money("OMR", "", "omani rial|omani riyal"),
    Money("YER", "", "yemeni rial|yemeni riyal"),
    Money("IRR", "", "rial|iranian rial|toman"),
    Money("IQD", "", "iraqi dinar"),
    Money("KWD", "KD", "kuwaiti dinar"),
    Money("JOD", "JD", "jordanian dinar"),
    Money("BHD", "", "bahraini dinar"),
    Money("LYD", "", "libyan dinar"),
    Money("TND", "", "tunisian dinar"),
    Money("DZD", "", "algerian dinar"),
    Money("AFN", "؋", "afghani"),
    Money("MMK", "", "kyat"),
    Money("LAK", "₭", "kip=kip|lao kip=lao kip|laotian kip=laotian kip"),
    Money("KHR", "៛", "riel"),
    Money("MNT", "₮", "tugrik|togrog|mongolian tugrik"),
    Money("CRC", "₡", "costa rican colon|colon=colones|colón=colones"),
    Money("PYG", "₲", "guarani"),
    Money("VES", "", "bolivar|venezuelan bolivar"),
    Money("BOB", "", "boliviano"),
    Money("GTQ", "", "quetzal"),
    Money("HNL", "", "lempira"),
    Money("HRK", "kn", "kuna=kuna|croatian kuna=croatian kuna"),
    Money("DEM", "DM", "deutsche mark|deutschmark|german mark|west german mark|mark"),
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
}
"""Names that several currencies bear; the code says no more than the text does."""

PARTS = {
    "cent": ("c|¢", "cent|us cent|euro cent|eurocent|centavo|centime|pennies=pennies"),
    "penny": ("p", "penny=pence|pence=pence"),
    "sen": ("sen", "sen=sen|malaysian sen=malaysian sen"),
    "satoshi": ("", "satoshi"),
    "jiao": ("", "jiao=jiao|mao=mao"),
    "kopeck": ("", "kopeck|kopek"),
    "paisa": ("", "paisa=paise"),
}
"""Parts of a currency: code to signs and names; which currency it is of stands in the text, if anywhere.

More than one British penny are pence: pennies are American cents.
"""

_CODE_LIST = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD
XOF XPF YER ZAR ZMW ZWL BTC ETH DEM
"""
CODES = frozenset(_CODE_LIST.split())
"""ISO 4217 codes that text writes as they are."""
