"""Numbers that lead somewhere: citations, acts, verses, coordinates, phone and account numbers."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.nouns import STOPS, VERBS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

LONGEST_CITATION = 3
YEAR = 4
ACTS = words("no act directive regulation decision resolution law decree . number")
VERSE = 3
"""Digits behind a colon that no time has: "2:255"."""
EXACT = 3
"""Decimals of a coordinate; fewer before "N" are newtons."""
WINDS = frozenset("NSEW")
MINUTES = frozenset("'’′")
PARTS = frozenset("-().")
LINES = words("tel telephone phone mobile cell fax whatsapp hotline iban account acct card")
"""Words before the groups of a number that somebody is reached or paid by."""
LEAD_REACH = 3
SHORTEST_LINE = 6
BANK_CODE = 4
OPENING = 2
"""Tokens of "Group of" at a sentence's start, where the capital tells no name."""
ROUNDS = frozenset({"group", "gang", "council"})
SIDES = ["-", "a", "-", "side"]


def read_citation(tokens: Tokens, index: int) -> Draft | None:
    """ "[1]": the number of a source."""
    alone = tokens.words[index - 1] == "[" and tokens.words[index + 1] == "]"
    short = tokens.words[index].isdecimal() and len(tokens.words[index]) <= LONGEST_CITATION
    return mark(index, index + 1, Disposition.LABEL, "citation") if alone and short and index else None


def read_act(tokens: Tokens, index: int) -> Draft | None:
    """ "2016/679", "2024/118-B": the number of an act in its year; "2019/20" is two years."""
    words_, end = tokens.words, index + 3
    joined = words_[index + 1] == "/" and tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    if not joined or len(words_[index]) != YEAR or not words_[index + 2].isdecimal():
        return None
    if words_[index][:2] not in {"19", "20"} or not words_[index].isdecimal():
        return None
    following = f"{int(words_[index]) + 1:02}"[-2:]
    if words_[index + 2] == following and tokens.words[index - 1] not in ACTS:
        return None
    lettered = words_[end] == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1)
    return mark(index, end + 2 * lettered, Disposition.IDENTIFIER, "act-number")


def read_verse(tokens: Tokens, index: int) -> Draft | None:
    """ "2:255": a verse where no time can be."""
    behind = tokens.words[index + 2]
    joined = tokens.words[index + 1] == ":" and tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    if joined and behind.isdecimal() and len(behind) == VERSE and tokens.words[index + 3] != ":":
        return mark(index, index + 3, Disposition.LABEL, "verse")
    return None


def read_coordinate(tokens: Tokens, index: int) -> Draft | None:
    """ "51.5074 N", "34°03'N": a place on the globe."""
    words_, end = tokens.words, index + 1
    if words_[end] == "°" and words_[end + 1].isdecimal() and words_[end + 2] in MINUTES:
        end += 3 + 2 * (words_[end + 3].isdecimal() and tokens.is_glued(end + 3))
    elif len(words_[index].partition(".")[2]) < EXACT:
        return None
    else:
        end += words_[end] == "°"
    if tokens.read_raw(end) in WINDS:
        return mark(index, end + 1, Disposition.IDENTIFIER, "coordinate")
    return None


def read_line(tokens: Tokens, index: int) -> Draft | None:
    """ "+44 20 7925 0918", "account 12345678", "NWBK 6016 1331": what is dialled or paid into."""
    words_ = tokens.words
    if not words_[index].isdecimal():
        return None
    end, groups = index + 1, 1
    while words_[step := end + (words_[end] in PARTS)].isdecimal():
        end, groups = step + 1, groups + 1
    plus = words_[index - 1] == "+" and tokens.is_glued(index)
    led = not LINES.isdisjoint(words_[max(0, index - LEAD_REACH) : index])
    digits = sum(map(len, words_[index:end])) if plus or led else 0
    code = tokens.read_raw(index - 1)
    bank = groups > 1 and len(words_[index]) == BANK_CODE == len(code) and code.isalpha() and code.isupper()
    if bank or (digits >= SHORTEST_LINE and (led or groups > 2)):
        return mark(index - plus, end, Disposition.IDENTIFIER, "line-number")
    return None


def read_group(tokens: Tokens, index: int) -> Draft | None:
    """ "the Group of 20", "5-a-side": numbers of a name."""
    words_ = tokens.words
    if words_[index + 1 : index + 5] == SIDES:
        return mark(index, index + 5, Disposition.IDIOM, "a-side")
    titled = words_[index - 1] == "of" and index > OPENING and tokens.is_capitalised(index - 2)
    following = words_[index + 1]
    closes = following in STOPS or following in VERBS or following in {".", ",", ";", ")", ""}
    if titled and closes and words_[index].isdecimal() and words_[index - 2] in ROUNDS:
        return mark(index - 2, index + 1, Disposition.NAME, "name-and-number")
    return None
