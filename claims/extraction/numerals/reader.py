"""Finds and reads the number that starts at a token."""

from collections.abc import Callable
from decimal import Decimal

from claims.extraction.numerals.digits import EXTENSIONS, convert, count_digits, is_number, read_plain
from claims.extraction.numerals.fractions import (
    ANDS,
    ARTICLES,
    DOINGS,
    END_SIGNS,
    HALF_LEADS,
    HALVED,
    OHS,
    OWNERS,
    SPEECHES,
    add_fraction,
    read_part,
    read_point,
)
from claims.extraction.numerals.numeral import ARITHMETIC, ONE, SHARE, Numeral
from claims.extraction.numerals.tables import (
    GLYPHS,
    MULTIPLES,
    PARTS,
    SCALES,
    SMALL,
    STARTERS,
    SUFFIXES,
    TENS,
)
from claims.extraction.numerals.words import read_cardinal
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

SHARE_ENDS = words("in to from over since last this among between on at and after as during")
"""Words behind "by a quarter" that show nothing else is cut in quarters."""
WHOLES = frozenset({"whom", "which"})
"""Words before "a third" that say what it is a part of: "of whom a third will move"."""
SHARE_LEADS = words("by to than nearly almost about around roughly over under least most only just up down")
"""Words before "a quarter" that make it an amount."""
UNIT_LEADS = words("and or add another each every with for in")
"""Words before "half cup" that name no half of a game or year."""
SETTING = words("set put open opened opening take took pick picked make made bring brought build built")
"""Verbs of which "up" and "down" are a part: "set up a third in 2010"."""
SHARE_COMPARISONS = frozenset({("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")})
"""What leads to another share: "down from a quarter in 2017"."""
PASTS = words("sought said told thought took had have got gave made knew saw felt left went came")
AMOUNTS = frozenset({"more", "less", "fewer"})
COLOURS = frozenset({"red"})
COMPARATIVES = words(
    "less fewer lower higher cheaper dearer smaller larger bigger faster slower shorter longer"
)
"""Words behind "a third" that say what it is compared by."""
POINT_LEADS = words("by of about is was nearly almost only just minus negative")
HEAT_SIGNS = words("° ℃ ℉ celsius fahrenheit kelvin kelvins temperature temperatures")
POINT_WORDS = frozenset({"point"}) | OHS
RANGE_LEADS = frozenset({"between", "from"})
RANGE_JOINTS = frozenset({"and", "to"})
"""What stands around "a third" at the start of a range: "between a third and a half"."""
PAIRS = frozenset({"couple", "pair"})
FOLDS = {word + "fold": value for word, value in (*SMALL.items(), *TENS.items()) if value > 1}
WORD_STARTS = STARTERS | MULTIPLES | PAIRS | PARTS.keys() | FOLDS.keys()
"""Every word a number may start with; "a" is found from the word behind it."""
TAILS = EXTENSIONS | ANDS | PARTS.keys() | SCALES.keys() | words("out of over in point k")
"""Every word or sign that may go on a number in digits."""
MANY_LEADS = words("and with wounded injured killed hurt displaced arrested detained trapped left leaving")
MANY_FOLLOWERS = words("more others were are dead injured wounded killed hurt missing arrested homeless")
"""Words around "scores" that make it many people."""
MANY_VERBS = frozenset({"are", "were", "have"})
"""Verbs behind "the other half" that make it some of those counted."""
HALF_NAMES = frozenset({"first", "second", "latter", "other", "last", "opening", "third", "final"})
"""Words before "half" that make it a stretch of time or of a game."""
DOZENS = {"dozen": Decimal(24), "dozens": Decimal(24), "scores": Decimal(40)}
"""Plurals that are no power of ten, by the least they say: two dozens, two scores."""


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number at a token, None when the word there says no number in this place."""
    word = tokens.words[index]
    if tokens.words[index - 1] in POINT_WORDS:
        number = _read_bare_point(tokens, index)
        if number is not None:
            return number
    if is_number(word):
        if _stands_alone(word, tokens.words[index + 1]):
            return read_plain(word, index)
        number = read_cardinal(tokens, index)
        if number.end == index + 1 and number.value is not None:
            number = _add_suffix(tokens, number)
        if tokens.words[number.end] == "-" and tokens.words[number.end + 1] == "fold":
            return number._replace(end=number.end + 2)
        return add_fraction(tokens, number)
    if word in SPECIAL_READERS:
        return SPECIAL_READERS[word](tokens, index)
    return _read_several(tokens, index) or _read_ordinal_part(tokens, index) or _read_spelled(tokens, index)


def _stands_alone(word: str, following: str) -> bool:
    """Whether digits are the whole number, as most are: nothing behind them may go on."""
    goes_on = following in TAILS or following[:1].isdigit() or is_number(following)
    return not goes_on and word.count(".") < 2


def _read_bare_point(tokens: Tokens, index: int) -> Numeral | None:
    """ "point 77", "by point five percent", "point oh five": a decimal that "point" opens."""
    word, point = tokens.words[index], index - 1
    while tokens.words[point] in OHS and point > 0:
        point -= 1
    if tokens.words[point] != "point" or (point > 0 and tokens.words[point - 1] not in POINT_LEADS):
        return None
    if word in SMALL or word in TENS:
        return read_point(tokens, Numeral(point, point, Decimal(0), spelled=True))
    if not word.isdecimal() or point < index - 1:
        return None
    return Numeral(point, index + 1, convert("0." + word), digits=count_digits(word))


def _read_several(tokens: Tokens, index: int) -> Numeral | None:
    """ "several hundred", "a few thousand": at least two of them."""
    word = tokens.words[index]
    if word not in SCALES or tokens.words[index - 1] not in {"several", "few"}:
        return None
    value = SCALES[word]
    article = tokens.words[index - 1] == "few" and tokens.words[index - 2] == "a"
    return Numeral(index - 1 - article, index + 1, 2 * value, scale=value, spelled=True, vague=True)


def _read_ordinal_part(tokens: Tokens, index: int) -> Numeral | None:
    """ "a twenty-first" with nothing behind it: one of twenty-one parts."""
    if tokens.words[index] not in TENS or tokens.words[index - 1] not in ARTICLES:
        return None
    part = read_part(tokens, index - 1)
    return part if part is not None and tokens.words[part.end] in END_SIGNS else None


def _read_glyph(tokens: Tokens, index: int) -> Numeral:
    above, below = GLYPHS[tokens.words[index]]
    return Numeral(index, index + 1, SHARE.divide(above, below), spelled=True, part=True)


def _read_fold(tokens: Tokens, index: int) -> Numeral:
    return Numeral(index, index + 1, FOLDS[tokens.words[index]], spelled=True)


def _read_spelled(tokens: Tokens, index: int) -> Numeral:
    """A number in words, with the article of "a hundred"."""
    word = tokens.words[index]
    number = add_fraction(tokens, read_cardinal(tokens, index))
    return (
        number._replace(first=index - 1) if word in SCALES and tokens.words[index - 1] in ARTICLES else number
    )


def _add_suffix(tokens: Tokens, number: Numeral) -> Numeral:
    """The "k" glued to digits: 100K; the other letters are weighed where units are read."""
    end = number.end
    word = tokens.words[end]
    if word == "k" and tokens.is_glued(end) and not tokens.is_glued(end + 1) and not is_kelvin(tokens, end):
        return multiply(number, SUFFIXES["k"])
    return number


def is_kelvin(tokens: Tokens, index: int) -> bool:
    """Whether a "K" glued to a number is a temperature: the sentence tells another or names the scale."""
    return tokens.read_raw(index) == "K" and tokens.mentions(HEAT_SIGNS)


def multiply(number: Numeral, scale: Decimal) -> Numeral:
    """A number with the word or letter behind it that multiplies."""
    value = ARITHMETIC.multiply(number.value or Decimal(0), scale)
    return number._replace(end=number.end + 1, value=value, scale=scale)


def multiply_suffix(tokens: Tokens, number: Numeral) -> Numeral:
    """A number with the single scale letter behind it: m, b, t, k or g."""
    return multiply(number, SUFFIXES[tokens.words[number.end]])


def _read_pair(tokens: Tokens, index: int) -> Numeral | None:
    """ "a couple of", "a pair of"."""
    words = tokens.words
    if words[index - 1] not in ARTICLES or words[index + 1] not in {
        "of",
        "more",
        "dozen",
        "hundred",
        "thousand",
        *END_SIGNS,
    }:
        return None
    of = words[index + 1] == "of"
    scale, end = ONE, index + 1 + of
    if words[end] in SCALES:
        scale, end = SCALES[words[end]], end + 1
    return Numeral(index - 1, end, 2 * scale, scale=scale, spelled=True)


def _read_multiple(tokens: Tokens, index: int) -> Numeral | None:
    """ "dozens of", "tens of thousands of", "millions": an order of magnitude and no more."""
    words, end = tokens.words, index + 1
    value = DOZENS.get(words[index])
    if value is None:
        value = SCALES.get(words[index]) or SCALES[words[index].removesuffix("s")]
    elif words[index] == "scores" and words[end] != "of" and not _is_many(tokens, index):
        return None
    while words[end] == "of" and words[end + 1] in MULTIPLES:
        value = ARITHMETIC.multiply(value, SCALES[words[end + 1].removesuffix("s")])
        end += 2
    first = index
    if words[index - 1] == "of" and words[index - 2] == "tens":
        first, value = index - 2, 10 * value
    scale = Decimal(24) if words[index] == "dozens" else ONE
    return Numeral(first, end + (words[end] == "of"), value, scale=scale, spelled=True, vague=True)


def _is_many(tokens: Tokens, index: int) -> bool:
    """Whether "scores" are people: "wounded scores more", "scores were arrested"."""
    previous, following = tokens.words[index - 1], tokens.words[index + 1]
    return (previous in MANY_LEADS or index == 0) and following in MANY_FOLLOWERS


def _read_part_word(tokens: Tokens, index: int) -> Numeral | None:
    """A part without a number before it: "a third of", "half a million", "quarter of a million"."""
    words = tokens.words
    word = words[index]
    previous = words[index - 1]
    if word == "half":
        return _read_half(tokens, index)
    if index == 0 and _opens_headline(tokens):
        scale = SCALES.get(words[3], ONE) if words[2] in ARTICLES else ONE
        end = 4 if scale != 1 else 1
        return Numeral(0, end, scale / PARTS[word], scale=scale, spelled=True, part=scale == 1)
    if previous in ARTICLES or (word == "quarter" and _is_unowned(tokens, index)):
        shown = (
            words[index + 1] in {"of", *END_SIGNS}
            or words[index + 1] in SCALES
            or words[index + 1] in ARTICLES
            or _is_end_of_range(tokens, index)
        )
        whole = index == 1 and tokens.count == 2  # nothing but "a quarter"
        halved = words[index + 1 + (words[index + 1] == "-")] in HALVED  # "a quarter mile", "a quarter-pound"
        owned = whole or word != "quarter" or words[index + 1] in {"of", "million", "billion", *RANGE_JOINTS}
        if not (halved or (shown and owned) or _is_amount(tokens, index) or _is_point(tokens, index)):
            return None
        first = index - (previous in ARTICLES)
        part = read_part(tokens, first) if first < index else None
        if part and part.value is not None:
            return part._replace(value=ARITHMETIC.multiply(part.value, part.scale), part=part.scale == 1)
        scale, end = SCALES.get(words[index + 1], ONE), index + 1
        return Numeral(
            first, end + (scale != 1), scale / PARTS[word], scale=scale, spelled=True, part=scale == 1
        )
    return None


def _is_end_of_range(tokens: Tokens, index: int) -> bool:
    """Whether a part opens or closes a range of two: "between a quarter and a third"."""
    words = tokens.words
    if words[index - 2] in RANGE_LEADS:
        return words[index + 1] in RANGE_JOINTS
    return words[index - 2] in RANGE_JOINTS and words[index - 3] in PARTS and words[index - 5] in RANGE_LEADS


def _opens_headline(tokens: Tokens) -> bool:
    """Whether a headline opens with a part and no article: "Quarter of a million march", "Third of firms"."""
    word, link, whole, behind = tokens.words[:4]
    many = is_plural(whole) or (is_plural(behind) and not tokens.is_capitalised(2))  # no "Fourth of July"
    scaled = word == "quarter" and whole in ARTICLES and behind in SCALES
    return link == "of" and not word.endswith("s") and (scaled or (many and whole not in ARTICLES))


def _is_unowned(tokens: Tokens, index: int) -> bool:
    """Whether a scale or a unit behind "quarter" makes it a number without an article: "quarter million"."""
    return tokens.words[index + 1] in SCALES or _halves_unit(tokens, index)


def _halves_unit(tokens: Tokens, index: int) -> bool:
    """Whether "half" or "quarter" is of a unit: "half-litre", "add half cup", no "first half minute"."""
    words, behind = tokens.words, index + 1
    hyphen = words[behind] == "-"
    led = index == 0 or words[index - 1] in SHARE_LEADS or words[index - 1] in UNIT_LEADS
    return (hyphen or led) and words[behind + hyphen] in HALVED and not is_plural(words[behind + hyphen])


def _is_amount(tokens: Tokens, index: int) -> bool:
    """Whether "a quarter" is said of people or a change: "a third are under 25", "cut by a fifth in May"."""
    words, behind = tokens.words, tokens.words[index + 1]
    if behind in DOINGS or behind in COMPARATIVES:
        return True
    if behind == "more":
        return words[index + 2] in {"than", *END_SIGNS} or is_plural(words[index + 2])
    if words[index - 2] in WHOLES:
        return True
    led = words[index - 2] in SHARE_LEADS and words[index - 3] not in SETTING
    led = led or (words[index - 3], words[index - 2]) in SHARE_COMPARISONS
    return led and (behind in SHARE_ENDS or behind in END_SIGNS or behind in SPEECHES or behind == "(")


def _is_point(tokens: Tokens, index: int) -> bool:
    """Whether "a quarter" is one of a point: "raised by a quarter point", "a quarter-point cut"."""
    step = index + 1 + (tokens.words[index + 1] == "-")
    return tokens.words[index] == "quarter" and tokens.words[step] == "point"


def _is_past(word: str) -> bool:
    """Whether a word tells what people did: "more than half sought help"."""
    return word in DOINGS or word in PASTS or (word.endswith("ed") and word not in COLOURS)


def _read_half(tokens: Tokens, index: int) -> Numeral | None:
    words = tokens.words
    behind = words[index + 1]
    rest = words[index - 2 : index] == ["the", "other"] and behind in MANY_VERBS
    if rest:
        return Numeral(index, index + 1, Decimal("0.5"), spelled=True, part=True)
    if words[index - 1] in HALF_NAMES:
        return None
    first = index - (words[index - 1] in ARTICLES)
    step = index + 1 + (behind in ARTICLES or behind == "-")
    if words[step] in SCALES:
        scale = SCALES[words[step]]
        return Numeral(first, step + 1, scale / 2, scale=scale, spelled=True)
    shown = behind in END_SIGNS or behind in DOINGS or behind in SPEECHES
    led = words[index - 1] in SHARE_LEADS and words[index - 2] not in SETTING
    if (
        behind in OWNERS
        or tokens.count == 1
        or (words[index - 1] in HALF_LEADS and shown)
        or (index == 0 and behind in SPEECHES)
        or (led and behind in SHARE_ENDS)
        or (words[index - 1] == "than" and words[index - 2] in AMOUNTS and _is_past(behind))
    ):
        return Numeral(first, index + 1, Decimal("0.5"), spelled=True, part=True)
    article = words[index - 1] in ARTICLES and (behind in {"-", "dollar"} or behind.isalpha())
    if article or _halves_unit(tokens, index):
        return Numeral(first, index + 1, Decimal("0.5"), spelled=True, part=True)
    return None


Reader = Callable[[Tokens, int], Numeral | None]
SPECIAL_READERS: dict[str, Reader] = {
    **dict.fromkeys(PARTS, _read_part_word),
    **dict.fromkeys(FOLDS, _read_fold),
    **dict.fromkeys(GLYPHS, _read_glyph),
    **dict.fromkeys(MULTIPLES, _read_multiple),
    **dict.fromkeys(PAIRS, _read_pair),
}
"""Words that say a number in a way of their own, with what reads them."""
