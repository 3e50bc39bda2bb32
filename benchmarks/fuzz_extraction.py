"""Feeds the extractor texts that a coverage-guided fuzzer grows, until a rule breaks or the time is over.

`make fuzz` runs it for ten minutes. Half of the inputs are any text at all; the others are put together
from words that the rules know, so that the fuzzer gets past the first look-up. A crash, a broken offset,
an overlap, a differing second reading and a text that takes longer than ten seconds all end the run
with the input kept. Arguments are libFuzzer's own: `-max_total_time=600`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["claims", "sources"]):
    from claims.extraction import find
    from claims.extraction.bounds import AFTER, BEFORE
    from claims.extraction.marks.tables import LABELS, SPORT_WORDS
    from claims.extraction.numerals.reader import WORD_STARTS
    from claims.extraction.numerals.tables import SCALES
    from claims.extraction.vocabulary import phrases
    from claims.measures.units.registry import NAMES, SIGNS, SYMBOLS

SIGNS_OF_TEXT = list("0123456789.,:;-–—/%$€£()[]\"'“”’^+±×½°#&~<>=\n\u00a0\u202f\u0661\uff13\u0301\u200d")
JOINTS = phrases("and|of|to|a|the|per|by|from|between|said|he|Mr.|May|2018|aged|in|his|than")
"""Small words on which the rules turn."""
PIECES = sorted(
    {
        *WORD_STARTS,
        *SCALES,
        *NAMES,
        *SYMBOLS,
        *SIGNS,
        *LABELS,
        *SPORT_WORDS,
        *(wording for table in (BEFORE, AFTER) for wordings in table.values() for wording in wordings),
        *SIGNS_OF_TEXT,
        *JOINTS,
    }
)
LONGEST = 400
"""Pieces of one text at most."""


def read_text(data: bytes) -> str:
    """The text that the fuzzer's bytes stand for."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        return str(provider.ConsumeUnicode(len(data)))
    text = ""
    for _ in range(LONGEST):
        if not provider.remaining_bytes():
            break
        piece = PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)]
        style = provider.ConsumeIntInRange(0, 3)
        text += (piece.capitalize() if style == 2 else piece) + ("" if style == 3 else " ")
    return text


def check(data: bytes) -> None:
    """Read one text and hold the figures to what must be true of any."""
    text = read_text(data)
    figures = find(text)
    end = 0
    for figure in figures:
        assert text[figure.start : figure.end] == figure.surface != "", "a surface is not its span"
        assert figure.start >= end, "two figures overlap"
        end = figure.end
    assert find(text) == figures, "a second reading differs"


def main() -> None:
    """Run until an argument's limit, or until something breaks."""
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
