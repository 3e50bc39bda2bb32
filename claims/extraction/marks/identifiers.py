"""Numbers that tell things apart: phone numbers, addresses, codes, versions, web addresses."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.tables import CITATION_SIGNS, PARAGRAPHS, STREETS
from claims.extraction.numerals.digits import is_number
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units.money import CODES

STATES = words(
    """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny
    nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc
    """
)
"""Postal codes of US states, which stand before a ZIP code."""
CALLS = words(
    "call calls called calling dial dials dialled dialed dialling ring rang phone phoned text texted"
)
CALL_ENDS = words("from to for at and or if when after before on in immediately rather instead") | {""}
SHORTEST_CALL = 3
LONG_GROUP = 5
SHORT_GROUP = 2
"""Digits of a long number and of the group behind its dash that no range has: "402117-3"."""
SHORTEST_CODE = 3
"""Digits of a number that starts with a zero and counts nothing: a code, a post code, "007"."""
WEB_REACH = 40
"""Tokens of an address that may stand before a number in it."""
NAME_WORDS = 4
DIRECTIONS = words("n s e w ne nw se sw north south east west")


def read_code(tokens: Tokens, index: int) -> Draft | None:
    """ "1.2.3", "00417": a number that its own form shows to identify, at a digit token."""
    word = tokens.words[index]
    if word.count(".") > 1 and not _is_grouped(word):
        return mark(index, index + 1, Disposition.IDENTIFIER, "dotted-code")
    code = word[0] == "0" and len(word) >= SHORTEST_CODE and word.isdecimal() and word.strip("0")
    if code and index and not tokens.is_glued(index):
        return read_groups(tokens, index) or mark(index, index + 1, Disposition.IDENTIFIER, "leading-zero")
    return None


def _is_grouped(word: str) -> bool:
    """Whether dots part thousands: 1.234.567."""
    head, *groups = word.split(".")
    return len(head) <= 3 and all(len(group) == 3 for group in groups)


def read_web(tokens: Tokens, index: int) -> Draft | None:
    """A number inside a web or mail address."""
    start = index
    while start > index - WEB_REACH and tokens.is_glued(start):
        start -= 1
    if start == index:
        return None
    chunk = tokens.text[tokens.starts[start] : tokens.starts[index]]
    if "//" in chunk or "www" in chunk or "@" in chunk or chunk.lower().startswith("doi"):
        return mark(index, index + 1, Disposition.IDENTIFIER, "web-address")
    return None


def read_groups(tokens: Tokens, index: int) -> Draft | None:
    """Three and more groups of digits with one sign between: a phone or an account number."""
    words = tokens.words
    end, groups = index + 1, 1
    if (
        words[end] == "/"
        and words[end + 1].isdecimal()
        and words[end + 2] == "/"
        and words[end + 3].isalpha()
    ):
        return mark(index, end + 4, Disposition.IDENTIFIER, "act-number")
    if (
        words[index].startswith("0")
        and len(words[index]) > 2
        and words[index].isdecimal()
        and words[end].isdecimal()
        and len(words[end]) > 2
    ):
        while words[end].isdecimal():
            end += 1
        return mark(index, end, Disposition.IDENTIFIER, "digit-groups")
    plus = words[index - 1] == "+" and tokens.is_glued(index)
    while (
        words[end] in {"-", "–", "/", "."}
        and words[end + 1].isdecimal()
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
    ):
        end, groups = end + 2, groups + 1
    if groups == 1:
        return None
    longest = max(len(word) for word in words[index:end])
    if groups == 3 and words[index + 1] == "-" and words[index + 3] == "/" and len(words[index + 4]) <= 2:
        return None
    if (
        (groups >= 3 and longest > 2)
        or (plus and groups >= 2)
        or (
            groups == 2
            and words[index].startswith("0")
            and words[index].isdecimal()
            and len(words[index]) > 1
        )
        or (groups == 2 and len(words[index]) >= LONG_GROUP and len(words[index + 2]) <= SHORT_GROUP)
    ):
        return mark(index - plus, end, Disposition.IDENTIFIER, "digit-groups")
    return None


def read_hash(tokens: Tokens, index: int) -> Draft | None:
    """ "#12", "№5", "§ 1983", "¶ 14-16": a number behind the sign for one."""
    words, end = tokens.words, index + 1
    if words[index - 1] in CITATION_SIGNS and (tokens.is_glued(index) or words[index - 1] in PARAGRAPHS):
        parted = words[end] in {"-", "–"} and tokens.is_glued(end) and words[end + 1].isdecimal()
        end += 2 * parted
        return mark(index - 1, end, Disposition.LABEL, "number-sign")
    return None


def read_docket(tokens: Tokens, index: int) -> Draft | None:
    """ "22-CV-3041", "TR/4471/B": capital letters between two numbers of a file, or with a slash."""
    words, end = tokens.words, index + 5
    if words[index - 1] == "/" and _is_lettered(tokens, index):
        return mark(index, index + 1, Disposition.IDENTIFIER, "file-number")
    if words[index + 1] != "-" or words[index + 3] != "-" or not is_number(words[index + 4]):
        return None
    letters = tokens.read_raw(index + 2)
    joined = all(tokens.is_glued(step) for step in range(index + 1, end))
    if joined and letters.isalpha() and letters.isupper():
        return mark(index, end, Disposition.IDENTIFIER, "file-number")
    return None


def _is_lettered(tokens: Tokens, index: int) -> bool:
    """Whether capital letters and a slash are glued before a number: "TR/4471"."""
    letters = tokens.read_raw(index - 2)
    glued = tokens.is_glued(index) and tokens.is_glued(index - 1)
    return glued and len(letters) > 1 and letters.isalpha() and letters.isupper() and letters not in CODES


def read_called(tokens: Tokens, index: int) -> Draft | None:
    """ "called 999", "text 61200 to": the number that is called; "called 40 doctors" counts."""
    words = tokens.words
    if words[index - 1] not in CALLS or not words[index].isdecimal() or len(words[index]) < SHORTEST_CALL:
        return None
    if words[index + 1] in CALL_ENDS or not words[index + 1][:1].isalnum():
        return mark(index, index + 1, Disposition.IDENTIFIER, "called-number")
    return None


def read_place(tokens: Tokens, index: int) -> Draft | None:
    """ "12 Mill Lane", "TX 75001"."""
    words = tokens.words
    word = words[index]
    if not word.isdecimal() or len(word) > 5:
        return None
    if len(word) == 5 and words[index - 1] in STATES and tokens.read_raw(index - 1).isupper():
        return mark(index, index + 1, Disposition.IDENTIFIER, "post-code")
    if len(word) == 5 and words[index + 1] in {"zip", "postcode"}:
        return mark(index, index + 1, Disposition.IDENTIFIER, "post-code")
    end = index + 1
    end += len(words[end]) == 1 and words[end].isalpha() and tokens.is_glued(end)
    if words[end] in {"-", "–"} and is_number(words[end + 1]) and tokens.is_glued(end):
        end += 2
    return mark(index, end, Disposition.IDENTIFIER, "street-address") if _is_street(tokens, end) else None


def _is_street(tokens: Tokens, index: int) -> bool:
    """Whether capitalised words up to a street word follow."""
    words = tokens.words
    step = index
    while step < index + NAME_WORDS and (tokens.is_capitalised(step) or _is_street_ordinal(tokens, step)):
        if words[step] in STREETS and (step > index or words[step] in {"rue", "avenue", "ave"}):
            return True
        step += 2 if _is_street_ordinal(tokens, step) else 1
    return False


def _is_street_ordinal(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][:1].isdecimal() and tokens.words[index + 1] in {"st", "nd", "rd", "th"}
