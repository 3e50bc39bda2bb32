"""Numbers in names and labels: "EC3", "COVID-19", "Section 3", "Fortune 100", "Agenda 2030"."""

from claims.codelists import Disposition
from claims.extraction.drafts import MINUS_WORDS, Draft, mark
from claims.extraction.marks.calendar import DAYS, MONTHS
from claims.extraction.marks.labels import LARGEST_LABEL, SHORT_LABEL, has_unit, read_label
from claims.extraction.marks.tables import INDEXES, SERIES, STATISTICS
from claims.extraction.nouns import STOPS, VERBS
from claims.extraction.numerals.digits import HYPHENS, RAISED_POINT, is_number
from claims.extraction.numerals.tables import SCALES, SMALL, SUFFIXES, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import LEAST_DIGITS, MILLIONS, OTHER_NAMES, looks_like_money
from claims.extraction.units.signs import is_degree_letter
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words
from claims.measures.units.money import CODES
from claims.measures.units.registry import PART_SIGNS, SIGNS

JOINTS = frozenset({"to", "sub", "from", "up", "about", "under", "over", "and", "or", "x", "a"}) | MINUS_WORDS
"""Words glued with a hyphen before a number that leave it a number."""
RANKS = frozenset({"top", "last", "bottom", "under", "over", "u", "first", "best"})
TOPS = frozenset({"top", "bottom"})
PEOPLE = frozenset({"people", "men", "women", "children", "persons"})
PREPOSITIONS = words("in at from near of to for on by inside outside across with")
NO_NAMES = (
    DAYS
    | MONTHS.keys()
    | STATISTICS
    | words("i the a an us usd eur gbp u s ph mach ci bmi iq gpa inr total mean median male female overall")
)
"""Capitalised words before a number that it does not name: with BMI 30 a person is measured."""
AUXILIARIES = words("is was are were has had will would can could")
NO_SUBJECTS = words(
    """
    only some about over nearly almost just all around another roughly at under exactly least than to
    these those
    """
)
SECOND_LEADS = words("in after for every within about under per around of")
"""Words before "5s" that make it seconds and no plural."""
MINUTES = frozenset({"m", "min", "mins"})
"""What shows that "3h20m" is a length of time."""
GLUED_WORDS = frozenset({"x", "s", "plus", "sq", "cu", "usd", "k", "p", "th", "yo"})
VERSION = 3
"""Signs of a version in a name: "Cannabis 2.0 products"."""
SHORT_WORD = 3
LONGEST_TYPE = 4
"""Letters before the hyphen of a type: "TOS-1A"."""
TRIMS = frozenset({"L", "hL", "h", "d", "i"})
COMPANIES = words("ltd inc corp plc group holdings llc llp co pty limited corporation")
"""What closes a firm's name: "Technology One Ltd"."""
EXPONENT_SIGNS = frozenset("+-−")
ENDERS = words("in of for during and on at to by when this last with but after as before who while is was")
SUM_SCALES = frozenset({"m", "bn", "million", "billion", "000"})
MEETINGS = frozenset({"ALL", "COP", "CUP", "PEN", "PHP", "SOS", "TOP"})
"""Currency codes that with one or two digits glued to them are a name: COP26, PHP8."""


def read_rank(tokens: Tokens, index: int) -> Draft | None:
    """ "in the top 50": a number that tells how far a list goes."""
    if tokens.words[index - 1] in TOPS and _closes_rank(tokens, index + 1):
        return mark(index, index + 1, Disposition.ORDINAL, "rank")
    return None


def read_spelled(tokens: Tokens, index: int) -> Draft | None:
    """A number in words that is part of a name or labels one of a kind: "Formula One", "Section Three"."""
    rank = read_rank(tokens, index)
    if rank is not None or tokens.words[index] not in SMALL:
        return rank
    return read_label(tokens, index) or _read_spelled(tokens, index)


def _closes_rank(tokens: Tokens, index: int) -> bool:
    """Whether nothing counted stands at a token: "in the top 50, only"."""
    word = tokens.words[index]
    return word in ENDERS or not (word.isalpha() or word in HYPHENS or word in {"%", "/"})


def _read_spelled(tokens: Tokens, index: int) -> Draft | None:
    """A capitalised number word that ends a name: "Formula One"."""
    words = tokens.words
    if (
        index > 0
        and words[index - 1] not in STOPS
        and words[index - 1] not in NO_SUBJECTS
        and tokens.is_capitalised(index)
        and tokens.is_capitalised(index - 1)
        and (not tokens.is_capitalised(index + 1) or words[index + 1] in COMPANIES)
    ):
        return mark(index, index + 1, Disposition.NAME, "name-and-number")
    plain = tokens.words[index - 1].isalpha() and not tokens.is_capitalised(index - 1)
    if plain and tokens.is_capitalised(index) and tokens.is_capitalised(index + 1):
        headed = tokens.is_capitalised(index - 2) or tokens.read_raw(index).isupper()
        return None if headed else mark(index, index + 2, Disposition.NAME, "name-and-number")
    return None


def read_mixed(tokens: Tokens, index: int) -> Draft | None:
    """Letters and digits in one piece: "EC3", "M21", "5G", "24703L202", "401(k)"."""
    first, end = index, index + 1
    if (
        tokens.words[end] == "("
        and len(tokens.words[end + 1]) == 1
        and tokens.words[end + 1].isalpha()
        and tokens.is_glued(end)
    ):
        glued = tokens.is_glued(index) and tokens.words[index - 1].isalpha()
        return (
            mark(index - glued, end + 3, Disposition.NAME, "letters-and-digits")
            if tokens.words[end + 2] == ")"
            else None
        )
    if (
        tokens.words[end] == "x"
        and is_number(tokens.words[end + 1])
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
    ):
        return (
            None
            if tokens.words[end + 1] == "10" or has_unit(tokens, end + 1)
            else mark(index, end + 2, Disposition.NAME, "letters-and-digits")
        )
    lettered = tokens.is_glued(index) and tokens.words[index - 1].isalpha()
    if lettered and not _is_lead(tokens, index - 1) and not _are_minutes(tokens, index):
        first = index - 1
        while tokens.is_glued(first) and (
            tokens.words[first - 1].isalnum() or tokens.words[first - 1] in HYPHENS
        ):
            first -= 1
    elif _is_designation(tokens, index):
        first = index - 2
    elif not _has_letters_behind(tokens, index):
        return None
    while tokens.is_glued(end) and (tokens.words[end].isalnum() or tokens.words[end] in HYPHENS):
        end += 1
    return mark(first, end, Disposition.NAME, "letters-and-digits")


def _is_designation(tokens: Tokens, index: int) -> bool:
    """Whether capital letters stand on both sides of digits with a hyphen before them: "T-72B3", "TOS-1A"."""
    if tokens.words[index - 1] not in HYPHENS or not (tokens.is_glued(index) and tokens.is_glued(index + 1)):
        return False
    lead, behind = tokens.read_raw(index - 2), tokens.read_raw(index + 1)
    named = tokens.is_glued(index - 1) and lead.isalpha() and len(lead) <= LONGEST_TYPE and lead[0].isupper()
    return named and behind.isalpha() and behind.isupper() and len(behind) < SHORT_WORD and lead not in CODES


def _are_minutes(tokens: Tokens, index: int) -> bool:
    """Whether digits are the minutes of "3h20m"."""
    hours = tokens.words[index - 1] == "h" and tokens.words[index - 2].isdecimal()
    return hours and tokens.words[index + 1] in MINUTES


def _is_lead(tokens: Tokens, index: int) -> bool:
    """Whether letters glued before digits are a currency or a sign."""
    raw = tokens.read_raw(index)
    if tokens.words[index - 1] == "$" and "$" + raw.upper() in SIGNS:
        return True
    if raw in MEETINGS and len(tokens.words[index + 1]) < LEAST_DIGITS:
        return False
    if "$" + raw in SIGNS and (_is_amount(tokens, index + 1) or tokens.words[index + 2] == "c"):
        return True  # "US72.84c"
    if raw in SIGNS or raw in MILLIONS or raw in {"PS", "x", "p", "c"}:
        return (
            (raw == "PS" and len(tokens.words[index + 1]) >= LEAST_DIGITS)
            or not (raw == "PS" or raw in OTHER_NAMES or (len(raw) == 1 and raw.isupper()))
            or _is_amount(tokens, index + 1)
        )
    return False


def _is_amount(tokens: Tokens, index: int) -> bool:
    """Whether digits behind a lone letter are written like money: "R4,500", "R12.5m"."""
    words = tokens.words
    end = index + 1
    parted = words[end] == "," and tokens.is_glued(end + 1) and words[end + 1].isdecimal()  # "R1,3bn"
    end += 2 * (parted and len(words[end + 1]) < LEAST_DIGITS)
    return "," in words[index] or "." in words[index] or words[end] in SUM_SCALES


def _has_letters_behind(tokens: Tokens, index: int) -> bool:
    """Whether letters glued behind digits are neither unit nor scale: "5G", "90s" in a model's name."""
    end = index + 1
    word = tokens.words[end]
    if not tokens.is_glued(end) or not word.isalpha() or word in SCALES or _is_power_of_ten(tokens, end):
        return False
    raw = tokens.read_raw(end)
    if is_degree_letter(tokens, end):
        return False
    model = len(tokens.words[index]) >= LEAST_DIGITS and (raw == "X" or _is_trim(tokens, index, raw))
    if model or _is_clause_number(tokens, index) or _is_device_letter(tokens, index, raw):
        return True
    if tokens.is_glued(end + 1) and is_number(tokens.words[end + 1]):
        squared = tokens.words[end + 1] in {"2", "3"} and bool(match_unit(tokens, end, glued=True)[0])
        return word != "x" and not squared and not _are_minutes(tokens, end + 1)
    if word in SUFFIXES or word in PART_SIGNS or word in GLUED_WORDS or raw in SIGNS or raw in MILLIONS:
        timed = tokens.words[index - 1] in SECOND_LEADS or "." in tokens.words[index]
        return word == "s" and not timed
    return (
        not match_unit(tokens, end, glued=True)[0] and raw not in {"US", "M", "odd", "ish"} and len(word) < 3
    )


def _is_trim(tokens: Tokens, index: int, raw: str) -> bool:
    """Whether a letter behind a model's number is its trim and no litre: "the RX 350L"."""
    maker = tokens.read_raw(index - 1)
    return raw in TRIMS and len(maker) in {2, 3} and maker.isalpha() and maker.isupper()


def _is_power_of_ten(tokens: Tokens, index: int) -> bool:
    """Whether "x10" or "e5" goes on behind digits."""
    word, following = tokens.words[index], tokens.words[index + 1]
    return (word == "x" and following == "10") or (
        word == "e" and (following in EXPONENT_SIGNS or is_number(following))
    )


def _is_device_letter(tokens: Tokens, index: int, raw: str) -> bool:
    """Whether one digit and its letter name a thing: "5G", "a 4K screen"."""
    if len(tokens.words[index]) > 1:
        return False
    return raw == "G" or (raw == "K" and _is_resolution(tokens, index + 2))


def _is_clause_number(tokens: Tokens, index: int) -> bool:
    """ "10b-5": a letter between numbers, where a range would repeat the letter."""
    words, end = tokens.words, index + 1
    joined = (
        words[end + 1] == "-"
        and words[end + 2].isdecimal()
        and tokens.is_glued(end + 1)
        and tokens.is_glued(end + 2)
    )
    alone = not tokens.is_glued(end + 3) or not words[end + 3].isalnum()
    return len(words[end]) == 1 and joined and alone and not tokens.is_glued(index)


def _is_resolution(tokens: Tokens, index: int) -> bool:
    """Whether one thing follows "4K" or "5K": a screen or a run, where counts would have a plural."""
    word = tokens.words[index]
    ranged = tokens.words[index - 3] in HYPHENS and is_number(tokens.words[index - 4])  # "$5-7K for"
    return word.isalpha() and not is_plural(word) and tokens.words[index - 3] != "$" and not ranged


def read_hyphened(tokens: Tokens, index: int) -> Draft | None:
    """ "COVID-19", "last-32", "under-21": a word with a hyphen before the number."""
    words = tokens.words
    if words[index - 1] not in HYPHENS or index < 2 or not words[index - 2].isalpha():
        return None
    glued = tokens.is_glued(index) and tokens.is_glued(index - 1)
    spaced = tokens.is_glued(index) and tokens.read_raw(index - 2).isupper()
    word = words[index - 2]
    if (
        not (glued or spaced)
        or match_unit(tokens, index + 1, glued=tokens.is_glued(index + 1))[0]
        or words[index + 1] == "%"
    ):
        return None
    if word in RANKS:
        return mark(index - 2, index + 1, Disposition.ORDINAL, "rank")
    if (word in JOINTS and tokens.read_raw(index - 2) != "A") or (
        not tokens.is_capitalised(index - 2)
        and not tokens.read_raw(index - 2)[1:].isupper()
        and not (glued and _is_lower_name(tokens, index - 2))
    ):
        return None
    end = index + 1
    while (
        words[end] in HYPHENS
        and words[end + 1].isdecimal()
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
    ):
        end += 2  # "CVE-2023-4410", "ISO-9001-2015"
    return mark(index - 2, end, Disposition.NAME, "name-and-number")


def _is_lower_name(tokens: Tokens, index: int) -> bool:
    """Whether a word without a capital opens a name with a hyphen and a number: "covid-19", no "5-foot-6"."""
    word = tokens.words[index]
    counted = word in SMALL or word in TENS or word in SCALES
    counted = counted or word in NO_SUBJECTS
    return len(word) > SHORT_WORD and not counted and tokens.words[index - 1] not in HYPHENS


def read_series(tokens: Tokens, index: int) -> Draft | None:
    """ "the 5 Series": a number before the word that makes it a name."""
    if tokens.words[index - 1] == "the" and tokens.read_raw(index + 1) in {"Series", "Class"}:
        return mark(index, index + 2, Disposition.NAME, "name-and-number")
    return None


def read_year_group(tokens: Tokens, index: int) -> Draft | None:
    """ "Year 9 pupils": the pupils of a year at school."""
    if tokens.words[index - 1] != "year" or not tokens.is_capitalised(index - 1):
        return None
    short = tokens.words[index].isdecimal() and len(tokens.words[index]) < SHORT_LABEL
    return mark(index, index + 1, Disposition.NAME, "name-and-number") if short else None


def read_named(tokens: Tokens, index: int) -> Draft | None:
    """ "Fortune 100", "Agenda 2030", "Big 12": a number behind a name, nothing counted."""
    words = tokens.words
    before = words[index - 1]
    number = words[index]
    indexed = before in INDEXES or words[max(0, index - 3) : index] == ["s", "&", "p"]
    if (
        index == 0
        or (not indexed and before not in SERIES and tokens.read_raw(index - 1).islower())
        or not number.replace(".", "", 1).isdecimal()
        or len(number) > LARGEST_LABEL
        or tokens.is_glued(index)
    ):
        return None
    if (
        words[index + 1] in {"%", RAISED_POINT}
        or words[index + 1] in SCALES
        or has_unit(tokens, index)
        or not before.isalnum()
    ):
        return None
    if index == 1 and tokens.is_capitalised(0) and before not in STOPS and _is_verb(tokens, 2):
        return None if before in NO_SUBJECTS else mark(index, index + 1, Disposition.NAME, "name-and-number")
    version = len(number) == VERSION and number.endswith(".0") and before not in NO_NAMES
    owner = tokens.is_capitalised(index - 1) and before not in STOPS and (version or _owns(tokens, index + 1))
    if indexed or owner:
        return mark(index, index + 1, Disposition.NAME, "name-and-number" if owner else "index-name")
    ranged = _is_ranged(tokens, index)
    if (
        not (before in SERIES or _is_name_word(tokens, index - 1))
        or _counts_something(tokens, index)
        or (ranged and has_unit(tokens, index + 2))
    ):
        return None
    return mark(index, index + 1 + 2 * ranged, Disposition.NAME, "name-and-number")


def _owns(tokens: Tokens, index: int) -> bool:
    """Whether "'s" is glued behind a number, so that something is its own: "Apollo 13's crew"."""
    words = tokens.words
    owned = words[index] in {"'", "’"} and words[index + 1] == "s"
    return owned and tokens.is_glued(index) and tokens.is_glued(index + 1)


def _is_ranged(tokens: Tokens, index: int) -> bool:
    """Whether a dash and another number are glued behind a number: "Boeing 737-800"."""
    end = index + 1
    dashed = tokens.words[end] in {"-", "–"} and tokens.words[end + 1].isdecimal()
    return dashed and tokens.is_glued(end) and tokens.is_glued(end + 1)


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a verb follows a name at the start of a sentence: "Apollo 11 landed"."""
    word = tokens.words[index]
    return (
        word in VERBS
        or word in AUXILIARIES
        or (word.endswith("ed") and len(word) > 4 and not is_plural(tokens.words[index + 1]))
    )


def _is_name_word(tokens: Tokens, index: int) -> bool:
    raw = tokens.read_raw(index)
    if is_number(tokens.words[index - 1]):
        return False
    if raw.istitle() and tokens.words[index] in PREPOSITIONS:
        return False
    if tokens.words[index] in NO_NAMES or tokens.words[index] in SMALL or _is_money(tokens, index):
        return False
    inner = any(letter.isupper() for letter in raw[1:])
    return inner or (tokens.is_capitalised(index) and index > 0)


def _is_money(tokens: Tokens, index: int) -> bool:
    """Whether a word before a number is the sign of a currency and no other name."""
    raw = tokens.read_raw(index)
    if raw in OTHER_NAMES:
        return looks_like_money(tokens, index + 1)
    return raw in SIGNS or raw in MILLIONS


def _counts_something(tokens: Tokens, index: int) -> bool:
    """Whether a number behind a name still counts: "In Paris 200 people"."""
    following = tokens.words[index + 1]
    plural = following in PEOPLE or (
        following.endswith("s") and len(following) > 3 and following not in {"series", "has", "was", "this"}
    )
    if not plural:
        return False
    raw = tokens.read_raw(index - 1)
    if tokens.words[index - 2] == "the" and not raw.isupper() and not raw.endswith("s"):
        return False
    mixed = any(letter.isupper() for letter in tokens.read_raw(index - 1)[1:])
    return not mixed or tokens.words[index - 2] in PREPOSITIONS or len(tokens.words[index]) > 2
