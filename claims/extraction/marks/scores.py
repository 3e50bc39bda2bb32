"""Results of games and votes: "2-1", "6-4, 7-5", "89-89"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.tables import SPORT_WORDS
from claims.extraction.numerals.tables import SMALL
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words

PRESSURES = frozenset({"mmhg", "mm"})
"""Units of blood pressure, which is told by two numbers: "120/80 mmHg"."""
DASHES = frozenset("-–—:")
MINUSES = frozenset("-−")
REACH = 6
NAMED_DAYS = frozenset({("9", "11"), ("7", "7")})
"""Days that are spoken of by their numbers."""
MONEY_SIGNS = frozenset("$£€")
UNIT_SIGNS = frozenset("%°/$€£")
LONGEST_STEP = 3
LARGEST_SET = 13
"""Games that a set has at most, but for the longest ones."""
RATIOS = 3
"""How much farther from "ratio" another "to 1" may stand."""
ODDS = frozenset({"odds", "ratio"})
CRICKET = words("overs wicket wickets innings bowled bowler bowlers batsman batsmen batter batters stumps")
"""Words that show a sentence is about cricket, where "5 for 47" is a result."""
WICKETS = 10
BEST_GRADE = 10
CASUALTIES = words(
    "killed dead die injured hurt wounded missing arrested held shot charged feared jailed rescued more"
)
"""What a headline counts behind a place: "Torre: 3 Killed in Floods"."""
EVEN_ODDS = ["fifty", "-", "fifty"]
SPOKEN_ENDS = frozenset({"nil", "all"})
LONGEST_NAME = 3
"""Words of the name before a player's grade."""
VOTES = words("voted vote votes voting")
SIDES_OF_A_VOTE = words("ayes noes yeas nays")
MAJORITIES = words("majority margin")
"""Words that make a result of a larger number and a smaller: "a majority of 10 to two"."""
SHOOTING = words("went shot shoot shooting going hit made")
"""Verbs before hits and attempts: "went 12-20 from the field"."""
GOAL = 6
"""Points of a goal in Australian football, where a behind has one: 14.9 (93)."""
LEADS = words("by at with a the it after on to beat lead win")


def read_score(tokens: Tokens, index: int) -> Draft | None:
    """Two small whole numbers parted by a dash that are no range: they fall, or sport is spoken of."""
    words = tokens.words
    left, dash, right = words[index], words[index + 1], words[index + 2]
    if dash == ":" and left == "1" and "," in right:
        return _read_map_scale(tokens, index)
    if dash not in DASHES or not (left.isdecimal() and right.isdecimal()) or max(len(left), len(right)) > 3:
        return None
    end = index + 3
    if words[index - 1] in MONEY_SIGNS or not _stands_alone(tokens, index, end):
        return None
    if words[end] in DASHES and tokens.is_glued(end) and words[end + 1].isdecimal():
        return _read_record(tokens, index)
    return None if _is_range(tokens, index, end) else mark(index, end, Disposition.SCORE, "result")


def _is_range(tokens: Tokens, index: int, end: int) -> bool:
    """Whether two numbers with a dash are a range: they rise away from sport, or measure below zero."""
    if tokens.words[index - 1] in MINUSES and tokens.is_glued(index) and match_unit(tokens, end)[0]:
        return True  # "-20-0 degrees"
    rises = int(tokens.words[index]) < int(tokens.words[index + 2])
    return rises and (not _is_sport(tokens, index, end) or bool(match_unit(tokens, end)[0]))


def _read_map_scale(tokens: Tokens, index: int) -> Draft | None:
    """ "1:50,000": how many times smaller a map or a model is."""
    glued = tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    return mark(index, index + 3, Disposition.SCORE, "map-scale") if glued else None


def read_odds(tokens: Tokens, index: int) -> Draft | None:
    """ "a 100-to-1 outsider", "odds of 9 to 2", "by 10-to-1": the first is the larger, which no range has.

    Offers, "3-for-2", are read here too.
    """
    words = tokens.words
    hyphened = words[index + 1] in DASHES
    joint, other = (index + 2, index + 4) if hyphened else (index + 1, index + 2)
    if words[joint] == "for" and hyphened:
        return read_offer(tokens, index)
    if words[joint] != "to" or not (words[index].isdecimal() and words[other].isdecimal()):
        return None
    if len(words[index]) > 4 or len(words[other]) > 2 or int(words[index]) <= int(words[other]):
        return None
    glued = all(tokens.is_glued(step) for step in range(index + 1, other + 1))
    reach = REACH * (RATIOS if words[other] == "1" else 1)
    if not (hyphened and glued) and ODDS.isdisjoint(words[max(0, index - reach) : index]):
        return None
    return mark(index, other + 1, Disposition.SCORE, "odds")


def read_figures_for(tokens: Tokens, index: int) -> Draft | None:
    """ "5 for 47": wickets and runs, where a sentence is about cricket."""
    words = tokens.words
    left, right = words[index], words[index + 2]
    if words[index + 1] != "for" or not (_is_count(left) and _is_count(right)) or len(right) > 5:
        return None
    if min(_count(left), _count(right)) > WICKETS or not tokens.mentions(CRICKET):
        return None
    return mark(index, index + 3, Disposition.SCORE, "result")


def read_vote(tokens: Tokens, index: int) -> Draft | None:
    """ "voted 7 to 4", "a vote of 10 to 2", "Ayes 312, Noes 257": how many were for and against."""
    words = tokens.words
    if words[index - 1 - (words[index - 1] == ":")] in SIDES_OF_A_VOTE and words[index].isdecimal():
        return mark(index, index + 1, Disposition.SCORE, "result")
    if words[index + 1] != "to" or not (_is_count(words[index]) and _is_count(words[index + 2])):
        return None
    lead = index - 1 - (words[index - 1] in {"of", "was"})
    falling = words[lead] in MAJORITIES and _count(words[index]) > _count(words[index + 2])
    if not (falling or words[lead] in VOTES) or words[index + 3] in UNIT_SIGNS or is_plural(words[index + 3]):
        return None
    return mark(index, index + 3, Disposition.SCORE, "result")


def _is_count(word: str) -> bool:
    return (word.isdecimal() and len(word) <= 3) or word in SMALL


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else int(SMALL[word])


def read_goals(tokens: Tokens, index: int) -> Draft | None:
    """ "14.9 (93)": goals, behinds and the points that they make."""
    words = tokens.words
    if words[index + 1] != "(" or words[index + 3] != ")" or not tokens.is_capitalised(index - 1):
        return None
    goals, _, behinds = words[index].partition(".")
    counted = goals.isdecimal() and behinds.isdecimal() and words[index + 2].isdecimal()
    if not counted or max(map(len, (goals, behinds, words[index + 2]))) > 3:
        return None
    made = GOAL * int(goals) + int(behinds) == int(words[index + 2])
    return mark(index, index + 4, Disposition.SCORE, "result") if made else None


def read_offer(tokens: Tokens, index: int) -> Draft | None:
    """ "a two-for-one offer", "a 1-for-5 issue": so many in the place of others."""
    words = tokens.words
    if words[index + 2] != "for" or not (_is_count(words[index]) and _is_count(words[index + 4])):
        return None
    tied = all(tokens.is_glued(step) for step in range(index + 1, index + 5))
    dashed = words[index + 1] in DASHES and words[index + 3] in DASHES
    return mark(index, index + 5, Disposition.IDIOM, "offer") if tied and dashed else None


def read_grade(tokens: Tokens, index: int) -> Draft | None:
    """ "Anna Berg: 4 Played well all day.": a player's grade behind a name that opens a line."""
    if not 1 < index <= LONGEST_NAME + 1 or tokens.words[index - 1] != ":":
        return None
    words, colon = tokens.words, index - 1
    if not words[index].isdecimal():
        return None
    named = all(tokens.is_capitalised(step) for step in range(colon))
    graded = int(words[index]) <= BEST_GRADE and tokens.is_capitalised(index + 1)
    graded = graded and not is_plural(words[index + 1]) and words[index + 1] not in CASUALTIES
    return mark(index, index + 1, Disposition.SCORE, "grade") if named and graded else None


def read_spoken_score(tokens: Tokens, index: int) -> Draft | None:
    """ "two-nil", "one-all"."""
    glued = tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    if tokens.words[index + 1] in DASHES and tokens.words[index + 2] in SPOKEN_ENDS and glued:
        return mark(index, index + 3, Disposition.SCORE, "result")
    if glued and tokens.words[index : index + 3] == EVEN_ODDS:
        return mark(index, index + 3, Disposition.IDIOM, "slash-pair")
    return None


def _stands_alone(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "2-1" is one piece with nothing glued behind it that would make it a measure or a time."""
    words = tokens.words
    if not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return False
    if words[index + 1] == ":" and words[end] == ":":
        return False
    return not (tokens.is_glued(end) and (words[end][:1].isalnum() or words[end] in UNIT_SIGNS))


def read_slash_pair(tokens: Tokens, index: int) -> Draft | None:
    """ "24/7", "50/50", "9/11", "140/90": two numbers parted by a slash that are no part of one."""
    words = tokens.words
    left, slash, right = words[index], words[index + 1], words[index + 2]
    if (
        slash != "/"
        or not (left.isdecimal() and right.isdecimal())
        or len(left) > 3
        or len(right) not in {1, 2}
    ):
        return None
    if len(left) == 3 and len(right) == 1:
        return None
    end = index + 3
    if (
        not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2))
        or words[end] == "/"
        or tokens.is_glued(index)
    ):
        return None
    if (left, right) in NAMED_DAYS:
        return mark(index, end, Disposition.DATE, "named-day")
    pressure = words[end] in PRESSURES
    if not pressure and (int(left) < int(right) or match_unit(tokens, end)[0] or int(right) == 1):
        return None
    return mark(index, end + pressure, Disposition.IDIOM, "slash-pair")


def _read_record(tokens: Tokens, index: int) -> Draft | None:
    """Wins, losses and draws: "10-4-2"."""
    words = tokens.words
    numbers = [words[index], words[index + 2], words[index + 4]]
    if all(len(number) <= 2 for number in numbers) and not (
        tokens.is_glued(index + 5) and words[index + 5] in DASHES
    ):
        return mark(index, index + 5, Disposition.SCORE, "record")
    return None


def _are_steps(tokens: Tokens, index: int) -> bool:
    """Whether the next pair goes on where one ends: "aged 18-24, 25-34", "50-75, 75-90"."""
    last, following = tokens.words[index + 2], tokens.words[index + 4]
    if not following.isdecimal() or len(following) > LONGEST_STEP or int(last) <= LARGEST_SET:
        return False
    return 0 <= int(following) - int(last) <= 1


def _is_sport(tokens: Tokens, index: int, end: int) -> bool:
    words = tokens.words
    if words[end] == "from" and words[index - 1] in SHOOTING:
        return True
    listed = words[end] in {",", ")"} and words[end + 1][:1].isdecimal() and words[end + 2] in DASHES
    if words[end] in SPORT_WORDS or words[end] == "away" or (listed and not _are_steps(tokens, index)):
        return True
    window = words[max(0, index - REACH) : index]
    return not SPORT_WORDS.isdisjoint(window)
