"""Where one sentence of a paragraph ends and the next begins."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from sources.sentences.abbreviations import (
    ABBREVIATIONS,
    AFTER_CLOCK,
    OPENERS,
    OPENERS_BEFORE_LOWER_CASE,
    WHOLE_WORDS,
    Abbreviation,
)

_ALWAYS = "。！？｡．।॥؟۔։።။"
_STOPS = f".!?…‽{_ALWAYS}"

# Whatever may end a sentence. It starts with a set and never goes back, so a search stays linear.
_STOP = re.compile(
    rf"""
    [{_STOPS}] (?<![{_STOPS}][{_STOPS}])              # the first of a run of stops
    [{_STOPS}]*+
    (?: [)\]}}"'”’»›」』）】》¹²³] | \[\d{{1,3}}\] | [ \u00a0\u202f]?[»”“*_]{{1,2}}(?=\s) )*+
    (?:
        (?=\s)                                        # white space follows
      | (?=["'“‘«(\[]?[^\W\d_a-z])                   # or a word: "reports.Representative"
      | (?<=[{_ALWAYS}」』）】》])                      # or it is a stop of a script that needs no space
    )
    """,
    re.VERBOSE,
)
_NON_SPACE = re.compile(r"\S")
_SKIP_OPENING = re.compile(r"""[\s"'“‘«‹„(\[{¿¡*_#–—-]*+""")
_WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")
_BEFORE_WORD = re.compile(r"""[\s"'“”‘«»‹„(\[{*_/—–-]""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENUMERATOR = re.compile(r"""["'“‘(\[]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})""")
_NUMBER_AHEAD = re.compile(r"\d|[IVXLC]+\b|[A-Z]\b")
_MISSING_SPACE = re.compile(r"""[("'“‘«\[]*[^\W\d_]+(?=[\s,;:!?’'”")\]-]|\.(?!\w)|\Z)""")
_TOKEN_BEHIND = re.compile(r"\S*\Z")
_ADDRESS = re.compile(r"[/@\\=&#~]|\.\S*\.|://|www|\d\.\d|\Av\d", re.IGNORECASE)
_FILE_OR_DOMAIN_WORDS = """
    com org net edu gov int info biz io ai co uk ir eu de fr ru tv me app dev js py java cs cpp txt
    md doc docx xls xlsx ppt pptx pdf csv xml json html htm php asp aspx jpg jpeg png gif mp3 mp4
    avi zip exe dll
"""
_FILE_OR_DOMAIN = frozenset(_FILE_OR_DOMAIN_WORDS.split())
# No abbreviation and no number of a list is longer.
_SHORT = 8
# How far a rule looks back or ahead; every look is bounded, so that the whole stays linear.
_REACH = 24
_CONTEXT = 120
_BRACKET_REACH = 300


def cut_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the paragraph `text[start:end]`, which has no white space around it, into sentences."""
    begin = start
    brackets = text.find("(", start, end) != -1
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        if after == end or not _ends_sentence(text, begin, stop, end):
            continue
        if brackets and _bracket_is_open(text, begin, stop, end):
            continue
        yield begin, after
        found = _NON_SPACE.search(text, after, end)
        begin = found.start() if found else end
    if begin < end:
        yield begin, end


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a new sentence begins after the stop."""
    dot, after = stop.span()
    if after == dot + 1 and _is_plain(text, begin, dot):
        return True
    ahead = _SKIP_OPENING.match(text, after, end).end()  # type: ignore[union-attr]  # matches the empty string
    if ahead == end or text[ahead] in _STOPS:
        return False
    if text[dot] in _ALWAYS:
        return text[ahead] not in "とっ"  # Japanese quotation particle: the sentence goes on
    if not text[after].isspace():
        return _space_is_missing(text, begin, stop, end)
    return _ends_before_space(text, begin, stop, ahead, end)


def _ends_before_space(text: str, begin: int, stop: re.Match[str], ahead: int, end: int) -> bool:
    """Whether a stop with white space behind it ends the sentence; the next word begins at `ahead`."""
    dot = stop.start()
    if text[ahead].islower() and not text[ahead + 1 : ahead + 2].isupper():
        return False
    if text[dot] == "." and not text.startswith("..", dot):
        return _full_stop_ends(text, begin, dot, ahead, end)
    return text[dot] in ".…" or _library_agrees(text, begin, stop.end(), ahead, end)


def _is_plain(text: str, begin: int, dot: int) -> bool:
    """Whether, told at little cost, this is the common case: "the end. The next"."""
    if text[dot : dot + 2] != ". " or not text[dot + 2].isupper():
        return False
    word = text[max(begin, dot - _SHORT) : dot].rpartition(" ")[2]
    return len(word) > 1 and word.isalpha() and word.islower() and word not in ABBREVIATIONS


def _full_stop_ends(text: str, begin: int, dot: int, ahead: int, end: int) -> bool:
    """Whether a single full stop before a capital, a digit or a sign ends the sentence."""
    if dot - begin < _SHORT and _ENUMERATOR.fullmatch(text, begin, dot):
        return False
    if text[dot - 1] == "/":  # a sign of money: S/. 20
        return not _NUMBER_AHEAD.match(text, ahead, end)
    word = _BEFORE_WORD.split(text[max(begin, dot - _REACH) : dot])[-1]
    kind = ABBREVIATIONS.get(word)
    if kind is None and ((len(word) == 1 and word.isalpha()) or _INITIALS.fullmatch(word)):
        kind = Abbreviation.OPENER_DECIDES
    if kind is not None:
        return _abbreviation_ends(kind, text, ahead, end)
    may_be_short = word[:1].isupper() and len(word) < 7 and word not in WHOLE_WORDS
    if may_be_short and not _opens_sentence(text, ahead, end):
        return _library_agrees(text, begin, dot + 1, ahead, end)
    return True


def _abbreviation_ends(kind: Abbreviation, text: str, ahead: int, end: int) -> bool:
    """Whether an abbreviation of this kind is the last word of its sentence."""
    if kind is Abbreviation.NEVER_LAST:
        return False
    if kind is Abbreviation.BEFORE_NUMBER:
        return not _NUMBER_AHEAD.match(text, ahead, end)
    if kind is Abbreviation.CLOCK:
        word = _WORD.match(text, ahead, end)
        return word is None or word[0] not in AFTER_CLOCK
    return _opens_sentence(text, ahead, end)


def _opens_sentence(text: str, ahead: int, end: int) -> bool:
    """Whether the next word is one that opens sentences."""
    word = _WORD.match(text, ahead, min(end, ahead + _REACH))
    if word is None:
        return False
    opener = re.split("['’]", word[0], maxsplit=1)[0]
    if opener in OPENERS:
        return True
    return opener in OPENERS_BEFORE_LOWER_CASE and text[word.end() + 1 : word.end() + 2].islower()


def _space_is_missing(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a stop inside a run of characters is the end of a sentence whose space was forgotten."""
    before, after = stop.start(), stop.end()
    following = _MISSING_SPACE.match(text, after, min(end, after + _REACH))
    behind = text[max(begin, before - _REACH) : before]
    token = behind.split()[-1] if behind and not behind[-1].isspace() else ""
    word = _BEFORE_WORD.split(token)[-1]
    if (
        following is None
        or len(word) < 2
        or word in ABBREVIATIONS
        or not word[-1].islower() | word[-1].isdigit()
    ):
        return False
    name = following[0].strip("(\"'“‘«[")
    if (len(name) < 2 and name not in OPENERS) or not name[0].isupper() or name.lower() in _FILE_OR_DOMAIN:
        return False
    return not _ADDRESS.search(token)


def _bracket_is_open(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop stands in a bracket that was opened within its sentence and is closed later."""
    opened = text.rfind("(", max(begin, stop.start() - _BRACKET_REACH), stop.start())
    if opened <= begin or text.find(")", opened, stop.end()) != -1:
        return False
    return text.find(")", stop.end(), min(end, stop.end() + _BRACKET_REACH)) != -1


def _library_agrees(text: str, begin: int, after: int, ahead: int, end: int) -> bool:
    """Ask the library, with the words around the stop, whether a sentence ends there.

    Quotation marks and brackets are blanked, because it splits nothing between them; the context is bounded,
    because its time grows with the square of some long inputs.
    """
    low = max(begin, after - _CONTEXT)
    context = _QUOTING.sub(" ", text[low : min(end, ahead + _REACH)])
    return any(
        low + found["end_index"] >= after and low + found["end_index"] <= ahead
        for found in get_sentence_boundaries("en", context)[:-1]
    )


# Lone surrogates too: the library refuses them.
_QUOTING = re.compile("""["“”„«»‹›()\\[\\]{}「」『』\\ud800-\\udfff]""")
