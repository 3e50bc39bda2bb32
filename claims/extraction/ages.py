"""Ages that no unit states: "Maddon, 66,", "He was 87.", "aged 19", "over the age of 21"."""

from claims.codelists import Disposition
from claims.extraction.attribution.tables import ROLES
from claims.extraction.drafts import Draft
from claims.extraction.marks.calendar import DAYS, MONTHS
from claims.extraction.nouns import VERBS as NOUN_ENDS
from claims.extraction.ranges import CHANGES
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator

OLDEST = 125
BEINGS = words("he she i they we you who")
TO_BE = words("was is were are am be been turns turned turning")
BOUNDS = frozenset({"over", "under", "above", "below"})
PEOPLE = frozenset(
    [
        "men",
        "women",
        "people",
        "children",
        "those",
        "anyone",
        "adults",
        "boys",
        "girls",
        "persons",
        "players",
        "kids",
        "everyone",
        "teenagers",
        "patients",
    ]
)
"""Whose age a bound behind them is: "women under 30"."""
COUNTED = PEOPLE | words(
    """
    person users voters workers customers members population employees half third thirds quarter quarters
    percent % cent most many wounded dead injured victims
    """
)
"""Who is told of where "are under 25" bounds an age."""
BOUNDED = COUNTED - words("half third thirds quarter quarters percent % cent most many dead injured wounded")
"""Whose age a bound right behind them is."""
THEM = frozenset({"them", "whom"})
OLDER = words("older younger")
LIFE_EVENTS = words(
    "die dies died dying marry marries married retire retires retired retiring debuted graduated"
)
"""What people do "at" an age: "she married at 22"."""
LIVING = words("live lives lived living")
PERSONS = ROLES | words("person nurse judge sailor captain queen king prince princess model chef pilot")
THINGS = words(
    "number order tower river paper power water letter chapter answer floor error factor sensor motor list"
)
"""Nouns that end as those for persons do."""
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian")
ARTICLES = words("the a an her his their its our my")
LEADS = frozenset({"aged", "age", "ages"})
CLOSERS = frozenset(".,;)!?") | {"", "when", "by", "at", "in", "this", "next", "on", "and", "but", "years"}
GIVEN_AFTER = frozenset({",", ")", ";", "."})
VERBS = frozenset(
    [
        "can",
        "may",
        "must",
        "should",
        "will",
        "would",
        "is",
        "are",
        "was",
        "were",
        "have",
        "had",
        "who",
        "to",
        "get",
        "got",
        "do",
        "did",
    ]
)
"""Words behind an age bound: "anyone over 18 can join"."""
RELATIVES = words(
    """
    mother father son daughter wife husband brother sister man woman boy girl student teacher driver
    victim suspect brothers sisters sons daughters men women boys girls students teachers drivers
    victims suspects twins couple pair
    """
)
"""Who may stand before an age between commas, as a name does."""
YOUTHS = (["as", "young", "as"], ["as", "old", "as"])
"""Words before an age: "boys as young as 11"."""
AGE_REACH = 12
AGE_NOUNS = frozenset({"expectancy"})
AGE_LINKS = words("to of is was at from being stands remains raised lowered reached limit a an the its")
"""Words between "retirement age" and its number."""


def read_ages(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the unit of age to whole numbers that stand where an age stands."""
    for draft in drafts:
        if (
            not draft.unit
            and draft.disposition is Disposition.CLAIM
            and _is_plain(draft)
            and _is_age(tokens, draft)
        ):
            draft.unit, draft.age, draft.rule = "year", True, "age"


def _is_plain(draft: Draft) -> bool:
    bound = draft.high if draft.high is not None else draft.low
    whole = bound is not None and 0 < bound <= OLDEST and 2 * bound % 1 == 0
    return whole and draft.numeral is not None and not draft.numeral.part


def _is_age(tokens: Tokens, draft: Draft) -> bool:
    return (
        _is_led(tokens, draft)
        or _is_bounded(tokens, draft)
        or _is_older(tokens, draft)
        or _is_told(tokens, draft)
        or _is_behind_name(tokens, draft)
    )


def _is_led(tokens: Tokens, draft: Draft) -> bool:
    """Whether the word "age" leads: "aged 19", "at age 60", "over the age of 21", a life expectancy of 73."""
    words, first = tokens.words, draft.first
    if "age" in words[first : draft.core_end - 1]:
        return True
    previous, before = words[first - 1], words[first - 2]
    if words[first - 3 : first] in YOUTHS:
        return True
    if previous in LEADS or (previous in {"of", "between", "from"} and before in LEADS):
        return True
    if before in LIVING and previous in {"to", "until"} and words[draft.end] in CLOSERS:
        return True
    return not AGE_NOUNS.isdisjoint(words[max(0, first - AGE_REACH) : first]) or _is_of_age(tokens, draft)


def _is_of_age(tokens: Tokens, draft: Draft) -> bool:
    """Whether "age" is what the number is said of: "the pension age will rise to 67", "median age of 41"."""
    words, first = tokens.words, draft.first
    if words[draft.end] not in CLOSERS and words[draft.end].isalpha():
        return False
    step = first - 1
    while step >= first - AGE_REACH and (
        words[step] in AGE_LINKS or words[step] in VERBS or words[step] in CHANGES or words[step - 1] == "of"
    ):
        step -= 1
    return step < first - 1 and step >= 0 and words[step] == "age"


def _is_bounded(tokens: Tokens, draft: Draft) -> bool:
    """Whether people are told apart by a bound: "women under 30"."""
    words, first = tokens.words, draft.first
    behind = words[draft.end]
    told = behind in VERBS or behind in NOUN_ENDS or behind.endswith("ed")
    closed = behind in CLOSERS or told or not behind.isalpha()
    if words[first] in BOUNDS and words[first - 1] in {"are", "is", "were", "was"}:
        return words[draft.end] in {".", ",", ";", ""} and not COUNTED.isdisjoint(words[:first])
    them = words[first - 1] in THEM and words[first - 2] == "of"  # "half of them under five"
    return closed and words[first] in BOUNDS and (them or words[first - 1] in BOUNDED)


def _is_older(tokens: Tokens, draft: Draft) -> bool:
    """Whether the bound itself is one of age: "older than 11 may join", "60 or younger"."""
    if draft.comparator is Comparator.EQUAL or OLDER.isdisjoint(tokens.words[draft.first : draft.end]):
        return False
    behind = tokens.words[draft.end]
    return behind in CLOSERS or behind in VERBS or not behind.isalpha()


def _is_told(tokens: Tokens, draft: Draft) -> bool:
    """Whether a being is said to be a number: "He was 87.", "She turned 40"."""
    words, first = tokens.words, draft.first
    previous, before = words[first - 1], words[first - 2]
    if previous == "at" and words[draft.end] == "," and words[draft.end + 1] in BEINGS:
        return True
    if previous == "at" and before in LIFE_EVENTS and words[draft.end] in CLOSERS:
        return True
    if words[draft.end] not in CLOSERS or previous not in TO_BE:
        return False
    return (
        previous.startswith("turn") or before in BEINGS or (previous == "be" and words[first - 3] in BEINGS)
    )


def _is_behind_name(tokens: Tokens, draft: Draft) -> bool:
    """ "Name, 66,": a capitalised name, the number between commas."""
    first = draft.first
    name = tokens.words[first - 2]
    if tokens.words[first - 2 : first] == [",", "both"] and tokens.words[draft.end] in GIVEN_AFTER:
        return True
    if (
        tokens.words[first - 1] != ","
        or not (tokens.words[draft.end] in GIVEN_AFTER or _gives_two(tokens, draft))
        or name in MONTHS
        or name in DAYS
        or not name.isalpha()
    ):
        return False
    if (
        not (tokens.is_capitalised(first - 2) or name in RELATIVES or _is_person(tokens, first - 2))
        or draft.low is None
        or draft.low < 1
        or not tokens.words[first].isdecimal()
    ):
        return False
    return tokens.words[draft.end] != "." or first - 2 > 0


def _gives_two(tokens: Tokens, draft: Draft) -> bool:
    """ "The brothers, 31 and 28,": two ages behind people."""
    words, end = tokens.words, draft.end
    several = words[draft.first - 2].endswith(("s", "men", "women"))
    return several and words[end] == "and" and words[end + 1].isdecimal() and words[end + 2] == ","


def _is_person(tokens: Tokens, index: int) -> bool:
    """ "The striker, 29,": a noun for a person behind its article, at most two words between."""
    word = tokens.words[index].removesuffix("s").replace("women", "woman").replace("men", "man")
    if word in THINGS or (word not in PERSONS and not (len(word) > 4 and word.endswith(PERSON_ENDINGS))):
        return False
    return not ARTICLES.isdisjoint(tokens.words[max(0, index - 3) : index])
