"""What a number counts: the noun phrase behind it, without a parser."""

from itertools import pairwise

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.numerals.digits import HYPHENS, is_number
from claims.extraction.numerals.reader import read_numeral
from claims.extraction.numerals.tables import MULTIPLES, SMALL, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

STOPS = words(
    """
    a an the and or but nor so yet if than that this these those which who whom whose what when
    where while why how because although though unless until since as at by for from in into of off
    on onto out over to under up upon with within without about above across after against along
    among around before behind below beneath beside between beyond despite down during except inside
    like near outside past per through throughout toward towards via is are was were be been being
    am has have had having do does did will would shall should can could may might must not n't
    never also just only even still already then there here it its he she they we you i him her them
    us his their our my your however therefore each every both either neither ago later earlier
    apart away back together annually monthly weekly daily yearly today yesterday tomorrow now
    instead respectively including following last next said says say told added noted according were're who'd
    plus another aboard
    that's it's he's she's they're abroad overseas elsewhere nationwide worldwide nationally overnight
    versus vs thereafter yoy qoq yes no
    we've i've you've they've i'm we're you're i'd we'd you'd they'd i'll we'll you'll they'll it'll there's
    what's let's
    """
)
"""Words that a counted noun phrase does not go past."""
VERBS = words(
    """
    left died die dies killed kill kills went go goes came come comes took take takes made make
    makes got get gets gave give gives found find finds think thinks thought knew know saw see sees
    seen want wants wanted need needs needed use uses used work works worked called call calls tried
    try tries asked ask asks felt feel became become leave leaves put keep keeps kept let began
    begin begins helped help helps show shows showed shown hear heard play plays played run runs ran
    moved move moves live lives lived believe believed held hold holds brought bring brings happened
    happen wrote write sat sit stood stand lost lose loses paid pay pays met meet meets continue
    continued continues set sets learn learned lead leads led grew grow grows open opened opens walk
    won win wins offer offered offers remember remembered love loved appeared appear appears bought
    buy buys served serve serves sent send sends built build stay stayed stays fell fall falls
    reached reach reaches rose rise rises remain remained remains suggested raised passed sold sell
    sells required decided pulled born joined join joins signed sign voted vote earned hit hits cut
    cuts fled attended sank broke spoke shook struck swept drew threw flew drove rode swam sang drank ate
    slept blew froze chose woke wore fought caught taught sought hid bit shot spent lent burst spread fed
    swung stole hung cost costs participated submitted received participating attending visiting ranging
    missed misses beat beats topped exceeded lagged require requires generate generates generated produces
    emits emitted consumes averaging totaling totalling compared based cite cites cited contain contains
    hurt adds occur occurs occurred
    """
)
"""Verbs that often follow a counted noun."""
OPENERS = frozenset("\"“'‘#")
"""Signs that a noun phrase may open with."""
GENITIVES = ("'s", "’s")
PERIODIC = words("monthly weekly daily yearly")
"""Adverbs that are adjectives before a plural: "monthly users"."""
COUNTS = SMALL.keys() | TENS.keys() | {"dozen"}
"""Numbers in words: what follows is theirs to count."""
COMPARATIVES = words("more fewer less")
TRAILERS = words(
    """
    full clear overdue late early ahead behind old long wide deep high tall thick higher lower short better
    worse online offline east west north south northeast northwest southeast southwest inland offshore
    downstream upstream effective efficient complete accurate identical
    """
)
"""Words that close no noun phrase: "four years late"."""
NO_OPENERS = COMPARATIVES | words("forecast due seen apiece unsure missing")
"""Words right behind a number that are no noun, with nothing behind them: "the 240,000 forecast"."""
OWNERS = words("the its their his her our my your all")
"""Words that open what a part is of without "of": "half the respondents"."""
PARTICIPLES = words("hidden stolen taken frozen written grown driven")
COMPARED = words("more fewer less longer shorter better worse harder")
LONGEST_COUNTRY = 2
SINGLES = words("one 1 a an")
"""Numbers behind which a word in "ing" may be a noun: "one building in"."""
PACES = words("year quarter month week day")
HEDGES = words("estimated roughly approximately some about around nearly almost remaining other")
"""Words between "of the" and the number of a whole: "a third of the estimated 4,000 tigers"."""
SIZES = words("strong high long wide deep tall thick")
"""Adjectives that a number with a hyphen makes, and nothing counted: "10-metre-high waves", "40-strong"."""
SIDES = words("own trust distrust support oppose favour favor prefer fear expect")
"""Verbs that a share of people may have behind it, and a few other words are nouns of."""
WHOM = words("that it them him her us more at no")
LONGEST_ED = 4
"""Nouns in "ed" right behind a number are no longer: beds, a seed."""
GRADES = words("year grade class level category type stage phase tier form")
"""Words whose number tells a kind: "38 per cent of Year 9 pupils"."""
LONGEST_GRADE = 2
TWINS = frozenset({"and", "or"})
LONGEST_TWIN = 5
MODIFIERS = words(
    """
    data media police staff sports arms goods savings customs operations communications sales systems rights
    drugs jobs skills women men arts games careers services futures weapons explosives materials
    """
)
"""Plurals that mostly stand before what is counted: "data collection zones"."""
SOFT_HYPHEN = "\u00ad"
TIES = HYPHENS | {SOFT_HYPHEN}
"""Signs within a word: a hyphen, and the soft one that a line's end leaves."""
LEADS = HYPHENS | OPENERS | {"of"}
"""What may stand between a number and its noun."""
LONGEST = 6
DETERMINERS = words("the a an its their our his her my your this these those all")


def read_phrase(tokens: Tokens, index: int) -> tuple[int, int]:
    """The noun phrase `[first, end)` that starts at a token; empty when no noun stands there."""
    words = tokens.words
    first = _skip_lead(tokens, index)
    end = first
    if words[first] in VERBS and not words[first].endswith("s") and words[first + 1] not in HYPHENS:
        return first, first
    if _is_pace(tokens, first) or _is_doing(tokens, first):
        return first, first
    limit = first + LONGEST
    while end < limit and _goes_on(
        tokens,
        noun := end if len(words[end]) > LONGEST_COUNTRY else _skip_country(tokens, end),  # most at once
        first,
    ):
        limit, end = limit + noun - end, noun + 1
        if not words[end].isalpha():
            end = _skip_number(tokens, end)
        if is_plural(words[end - 1]) and words[end] not in TIES and not _is_first_part(tokens, end):
            return first, _take_pair(tokens, end)
        if words[end] in TIES and tokens.is_glued(end):
            end = _skip_small(tokens, end)
            end += words[end] in TIES and _goes_on(tokens, end + 1, first)
    return first, _take_twins(tokens, first, end) if end == first + 1 else end


def _take_twins(tokens: Tokens, first: int, end: int) -> int:
    """What two adjectives describe: "500 rural and regional paramedics", "12 red or blue pens"."""
    words, step = tokens.words, end + 1
    if words[end] not in TWINS or words[first - 1] in SINGLES:
        return end
    while step < end + LONGEST_TWIN and words[step].isalpha():
        word = words[step]
        if word in STOPS or word in VERBS or word in COUNTS or word in SIDES:
            return end
        step += 1
        if is_plural(word):
            return step
    return end


def _skip_country(tokens: Tokens, index: int) -> int:
    """Past the letters of a country or a body before what is counted: "300 US firms", "40 U.N. observers"."""
    raw, end = tokens.read_raw(index), index
    if raw == "US":
        return index + 1
    while len(raw) == 1 and raw.isupper() and tokens.words[end + 1] == "." and tokens.is_glued(end + 1):
        end += 2
        raw = tokens.read_raw(end) if tokens.is_glued(end) else ""
    return end if end > index + 2 else index


def _is_pace(tokens: Tokens, index: int) -> bool:
    """Whether "year on year", "month-on-month" stands at a token: what a change is measured against."""
    words = tokens.words
    if words[index] not in PACES:
        return False
    step = index + 1 + (words[index + 1] in HYPHENS)
    end = step + 1 + (words[step + 1] in HYPHENS)
    return words[step] in {"on", "over"} and words[end] == words[index]


def _is_doing(tokens: Tokens, index: int) -> bool:
    """Whether a word tells what those counted do: "with 40 waiting longer", "12 abstaining and 3 absent"."""
    if not tokens.words[index].endswith("ing"):
        return False
    lead, following = tokens.words[index - 1], tokens.words[index + 1]
    told = following in STOPS or following in COMPARED
    return told and lead not in SINGLES and lead not in HYPHENS


def _skip_small(tokens: Tokens, end: int) -> int:
    """Past the small word or the verb that a hyphen ties to the one before: "walk-in", "home-made bombs"."""
    words = tokens.words
    if not tokens.is_glued(end + 1) or not words[end + 1].isalpha():
        return end
    if words[end] == SOFT_HYPHEN:
        return end + 2
    made = words[end + 1] in VERBS and words[end + 2].isalpha() and words[end + 2] not in STOPS
    return end + 2 if made or words[end + 1] in STOPS else end


def _skip_number(tokens: Tokens, end: int) -> int:
    """Past the number that belongs to a word: "T-72 tanks", "A320 planes", "Year 9 pupils"."""
    words = tokens.words
    step = end + (words[end] in HYPHENS and tokens.is_glued(end))
    if words[step].isdecimal() and tokens.is_glued(step):
        plural = words[step + 1] == "s" and tokens.is_glued(step + 1)
        return step + 1 + plural if plural or words[step + 1][:1].isalpha() else end
    graded = words[end - 1] in GRADES and words[end].isdecimal() and len(words[end]) <= LONGEST_GRADE
    return end + 1 if graded and is_plural(words[end + 1]) else end


def _skip_lead(tokens: Tokens, index: int) -> int:
    """Past a hyphen ("four-cylinder"), quotation marks and "of the"."""
    words = tokens.words
    if words[index] not in LEADS:
        return index
    if words[index] in HYPHENS and words[index + 1] in SIZES and words[index + 2].isalpha():
        return index + 2
    if words[index] in HYPHENS and not tokens.is_glued(index) and not tokens.is_glued(index + 1):
        return index
    if words[index] != "of":
        return index + 1
    if words[index + 1] in DETERMINERS:
        return index + 2
    return index + words[index + 1][:1].isalpha()


def _goes_on(tokens: Tokens, index: int, first: int) -> bool:
    word, following = tokens.words[index], tokens.words[index + 1]
    if word in PERIODIC and is_plural(following):
        return True
    if len(word) == 1:
        return _is_compound(tokens, index)
    if not word[:1].isalpha() or word in STOPS or is_number(word) or _owns_count(word, following):
        return False
    if (index > first and word in VERBS and not _is_compared(tokens, index)) or (
        index == first and word in COUNTS
    ):
        return False
    tied = following in TIES and tokens.is_glued(index + 1)
    ends = following in STOPS or not (following.isalpha() or tied)
    ends = ends or (following in VERBS and word.endswith("ed"))  # "five feared lost"
    closed = ends and _is_no_noun(word, opens=index == first)
    if closed or (index > first and _is_past_behind_name(tokens, index)):
        return False
    return not (index > first and tokens.is_glued(index) and tokens.words[index - 1] not in HYPHENS)


def _owns_count(word: str, following: str) -> bool:
    """Whether a word owns what the next number counts: "four of the country's five banks"."""
    return word.endswith(GENITIVES) and (following in COUNTS or is_number(following))


def _is_past_behind_name(tokens: Tokens, index: int) -> bool:
    """Whether a past form stands behind a name: "the 12-seat Assembly adopted"."""
    past = tokens.words[index].endswith("ed") and not tokens.is_capitalised(index)
    return past and tokens.is_capitalised(index - 1)


def _is_compound(tokens: Tokens, index: int) -> bool:
    """Whether a letter opens a word with a hyphen or a number: "T-shirts", "e-bikes", "A320 planes"."""
    hyphen = index + 1
    if not tokens.words[index].isalpha():
        return False
    if tokens.words[hyphen].isdecimal():
        return tokens.is_glued(hyphen)
    return (
        tokens.words[hyphen] in HYPHENS
        and tokens.is_glued(hyphen)
        and tokens.is_glued(hyphen + 1)
        and tokens.words[hyphen + 1].isalnum()
    )


def _is_compared(tokens: Tokens, index: int) -> bool:
    """Whether a plural that may be a verb is counted behind "more": "87 more runs"."""
    return tokens.words[index - 1] in COMPARATIVES and is_plural(tokens.words[index])


def _is_no_noun(word: str, *, opens: bool) -> bool:
    """Whether a word that closes a phrase is a past form or "fewer", and no noun."""
    past = (word.endswith("ed") and len(word) > LONGEST_ED * opens) or (word in PARTICIPLES and not opens)
    return past or word in TRAILERS or (opens and word in NO_OPENERS)


def _is_first_part(tokens: Tokens, end: int) -> bool:
    """Whether a plural is only the first part of what is counted: "Sports Cars", "arms dealers"."""
    words, word = tokens.words, tokens.words[end]
    if _is_name_next(tokens, end):
        return True
    if tokens.is_capitalised(end) or word in STOPS or word in VERBS or not word.isalpha():
        return False
    whom = words[end + 1] in DETERMINERS or words[end + 1] in WHOM  # "12 women tends the"
    return words[end - 1] in MODIFIERS and not whom and (is_plural(word) or is_plural(words[end + 1]))


def _is_name_next(tokens: Tokens, index: int) -> bool:
    """Whether a plural is only the first part of a compound name: "Sports Cars"."""
    return (
        tokens.is_capitalised(index - 1) and tokens.is_capitalised(index) and is_plural(tokens.words[index])
    )


def _take_pair(tokens: Tokens, end: int) -> int:
    """A second noun of the same rank: "officials and specialists"."""
    words = tokens.words
    if (
        words[end] == "and"
        and is_plural(words[end + 1])
        and words[end + 1] not in STOPS
        and words[end + 1] not in VERBS
        and words[end + 1] not in MULTIPLES
        and words[end + 1] != "tens"
        and (words[end + 2] in STOPS or words[end + 2] in VERBS or not words[end + 2].isalpha())
    ):
        return end + 2
    return end


def add_noun(tokens: Tokens, draft: Draft) -> None:
    """Give a quantity the noun phrase behind it: counted, or measured by its unit, or what a share is of."""
    index = draft.end
    part = draft.numeral is not None and draft.numeral.part
    if part and _is_of_point(tokens, index):
        draft.noun = "point"
        return
    if tokens.words[index] == "of" and not draft.age and (draft.unit or part):
        draft.denominator = draft.denominator or read_whole(tokens, index + 1)
        return
    if part and tokens.words[index] in OWNERS:
        draft.denominator = draft.denominator or read_whole(tokens, index)
        return
    if draft.age or draft.rule == "multiple" or (draft.unit == "percent" and _does(tokens, index)):
        return
    draft.noun = _read_text(tokens, *read_phrase(tokens, index))


def _is_of_point(tokens: Tokens, index: int) -> bool:
    """Whether a part is one of a point: "half a point", "three quarters of a point"."""
    step = index + (tokens.words[index] == "of")
    return tokens.words[step] == "a" and tokens.words[step + 1] == "point"


def _does(tokens: Tokens, index: int) -> bool:
    """Whether a share does what a word says: "1% own 40 flats", "19% trust politicians", "10-80% takes"."""
    if tokens.words[index] in VERBS:
        return True
    following = tokens.words[index + 1]
    whom = following in DETERMINERS or following in WHOM or following[:1].isdecimal() or is_plural(following)
    return tokens.words[index] in SIDES and whom


def add_nouns_behind(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give a bare count before a measure what stands behind both: "two 0.5ml doses"."""
    for left, right in pairwise(drafts):
        bare = left.disposition is Disposition.CLAIM and not left.unit and not left.noun
        if bare and left.end == right.first and right.unit:
            left.noun = right.noun or (
                _read_text(tokens, *read_phrase(tokens, right.end)) if right.age else ""
            )


def read_whole(tokens: Tokens, index: int) -> str:
    """What a share is of: "of its workforce", "of all UK adults", "of the 840 shops"."""
    step = index
    while tokens.words[step] in DETERMINERS:
        step += 1
    owner = step + 1 if tokens.words[step].endswith(GENITIVES) else step
    if is_number(tokens.words[owner]):
        step = owner  # "of the brigade's 3,000 men"
    step += tokens.words[step] in HEDGES and tokens.words[step + 1][:1].isdecimal()
    if step > index and tokens.words[step][:1].isdecimal():
        numeral = read_numeral(tokens, step)
        step = numeral.end if numeral is not None else step
    return _read_text(tokens, *read_phrase(tokens, step))


def _read_text(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if end > first else ""
