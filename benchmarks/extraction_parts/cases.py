"""Texts made to be hard on a reader: each is one piece over and over, to any size."""

from collections.abc import Callable
from types import MappingProxyType

Make = Callable[[int], str]


def repeat(piece: str) -> Make:
    """A maker of texts of so many bytes of UTF-8 out of one piece; the last one is cut."""

    def make(size: int) -> str:
        whole = piece * (size // len(piece.encode()) + 1)
        return whole.encode()[:size].decode(errors="ignore")

    return make


def nest(size: int) -> str:
    """Brackets in brackets around one number: 10 KB are 5,000 deep."""
    deep = size // 2
    return "(" * deep + "7 km" + ")" * deep


GARBAGE = MappingProxyType(
    {
        "digits": repeat("1234567890"),
        "nested brackets": nest,
        "one hundred": repeat("one hundred "),
        "one line, no full stop": repeat(
            "the council counted 250 new homes and about 3.5% more flats in 2019, "
        ),
        "mixed scripts": repeat("В 2019 году 5 км, στο 7%, 在3个月, 약 8백만 명, पाँच 12 रुपये, 9 בתים, "),
        "Arabic-Indic digits": repeat("٢٥ كم و ٣٫٥٪ من ١٢٣٤٥٦ "),
        "full-width digits": repeat("２５ km ３．５％ １２３，４５６ "),
    }
)
"""What every extractor meets one day: scanned tables, endless lines, foreign digits."""

PROBES = MappingProxyType(
    {
        "ranges": repeat("1 to 2 to 3 - 4 and "),
        "between": repeat("between 5 and between "),
        "thousands": repeat("1,000,"),
        "decimals": repeat("1."),
        "fractions": repeat("1/2 ½ and a half "),
        "signs": repeat("$-+£(5"),
        "scales": repeat("million billion thousand "),
        "quotes": repeat('He said: "5 " '),
        "speakers": repeat("Anna Bell said that Mr. Cole said 5 of "),
        "senses": repeat("5 for 47 at 5 c and 5 K "),
        "initials": repeat("A. 5. B. "),
        "short lines": repeat("5\n\n"),
        "periods": repeat("two months to March "),
        "owned periods": repeat("from last year's 5 in 2013 to 6 a year earlier "),
        "spaces": repeat(" " * 99 + "5"),
        "one letter": repeat("a"),
        "combining marks": repeat("5\u0301\u0301\u0301\u200d"),
    }
)
"""Rules which look back or ahead for a partner are slow on these if anywhere."""

CASES = MappingProxyType({**GARBAGE, **PROBES})
