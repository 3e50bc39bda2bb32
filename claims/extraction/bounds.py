"""The words that bound a number: "more than", "equal to or below", "or more", "must not exceed"."""

from itertools import product

from claims.extraction.vocabulary import listed, phrases
from claims.measures.quantity import Comparator

UP = listed("greater bigger larger higher more")
DOWN = listed("less fewer smaller lower")
"""Comparatives of numbers themselves."""
FAR_UP = listed(
    "longer older taller heavier faster farther further deeper wider later stronger hotter warmer thicker"
)
FAR_DOWN = listed("shorter younger lighter slower cheaper earlier cooler colder thinner")
"""Comparatives of what numbers measure."""
ABOVE = listed("above over exceeding")
BELOW = listed("below under beneath")
DENIALS = listed(
    """
    not never cannot don't doesn't didn't can't won't mustn't shouldn't
    don’t doesn’t didn’t can’t won’t mustn’t shouldn’t
    """
)


def _combine(patterns: tuple[str, ...], fillers: tuple[str, ...]) -> tuple[str, ...]:
    """Every pattern with every filler in the place of its "{}"."""
    return tuple(pattern.format(filler) for pattern, filler in product(patterns, fillers))


THAN = ("{} than",)
NO_THAN = ("no {} than", "not {} than", "not any {} than", "never {} than")
SHADES = (
    "a shade {}",
    "a touch {}",
    "a tad {}",
    "a fraction {}",
    "a whisker {}",
    "fractionally {}",
    "marginally {}",
)
"""How little a number is missed by."""
EQUAL_THAN = phrases(
    """
    {} than or equal to|{} or equal to|{} or equal than|{} than or equal|equal to or {} than|equal or {} than|
    equals or {} than|equals to or {} than|equal to or {}|equal or {}
    """
)
EQUAL_AT = phrases("{} or equal to|equal to or {}|equal or {}|equals or {}|equals to or {}|at or {}")
RISING = listed("go goes went gone going rise rises rose risen get gets got climb climbs climbed been")
FALLING = listed(
    "go goes went gone going fall falls fell fallen drop drops dropped dip dips dipped get gets got sink"
)
"""Verbs that are denied past a bound: "never got above 6 degrees"."""
EXCEEDING = listed("exceed exceeds exceeded exceeding surpass surpassed")

BEFORE = {
    Comparator.MORE: (
        *phrases(
            """
            over|above|in excess of|upwards of|upward of|north of|well over|well above|beyond|surpassing|
            surpasses|topping|topped|tops|to top|now past|well past|already past|is past|
            are past|passes|passed|better than|just over|slightly over|
            slightly more than|a little over|a little more than|just above|comfortably over|far more than|
            well more than|much more than|even more than|no longer below|greater|>|plus de|over than|
            worth more than|just more than|a bit more than|a bit over|comfortably above|easily more than|
            little more than|hardly more than|scarcely more than
            """
        ),
        *_combine(SHADES, ("over", "above", "more than", "higher than")),
        *EXCEEDING,
        *_combine(("{} past",), listed("rose climbed soared surged grew")),
        *_combine(THAN, UP + FAR_UP),
    ),
    Comparator.AT_LEAST: (
        *phrases(
            """
            at least|a minimum of|minimum of|minimum|min|min .|≥|> =|= >|at the least|as little as|as few as|
            starting at|starting from|start at|start from|at least or equal to|not below|not under|starts at|
            upwards from|from at least|nothing less than|at a minimum
            """
        ),
        *_combine(NO_THAN, DOWN + FAR_DOWN),
        *(" ".join(row) for row in product(DENIALS, FALLING, BELOW)),
        "at the very least",
        *_combine(EQUAL_THAN, UP),
        *_combine(EQUAL_AT, ABOVE),
    ),
    Comparator.LESS: (
        *phrases(
            """
            under|below|just under|just below|well under|well below|slightly under|slightly less than|
            short of|just short of|<|sub|a little under|a little less than|far less than|far fewer than|
            shy of|just shy of|far below|much less than|beneath|less|sub -|inside|worth less than|
            well short of|just less than|a bit less than|slightly below|slightly fewer than|little short of|
            just shy of|a little shy of|a little short of|comfortably below|comfortably under
            """
        ),
        *_combine(SHADES, ("under", "below", "less than", "lower than", "short of", "shy of")),
        *_combine(THAN, DOWN + FAR_DOWN),
    ),
    Comparator.AT_MOST: (
        *phrases(
            """
            up to|at most|as much as|as many as|a maximum of|maximum of|maximum|max|max .|at the most|
            not to exceed|not over|not above|≤|< =|= <|as high as|as long as|up to a maximum of|capped at|
            anything up to|up to and including|at maximum|limited to|
            within|within the next|within the preceding|within the previous|within just|within only|to within
            """
        ),
        *_combine(NO_THAN, UP + FAR_UP),
        *(" ".join(row) for row in product(DENIALS, RISING, ("above", "over", "past", "beyond"))),
        "at the very most",
        *_combine(EQUAL_THAN, DOWN),
        *_combine(EQUAL_AT, BELOW),
        *(f"{denial} {verb}" for denial, verb in product(DENIALS, EXCEEDING)),
    ),
    Comparator.ABOUT: phrases(
        """
        about|around|roughly|approximately|approx|approx .|some|nearly|almost|close to|near|circa|ca|
        ca .|c .|~|≈|∼|an estimated|estimated|averaged|averages|averaging|approaching|approximating|
        or so|somewhere around|something like|in the region of|in the order of|on the order of|
        in the neighborhood of|in the neighbourhood of|more or less|just about|virtually|practically|
        barely|plus - minus|perhaps|maybe|nigh|nigh on|close on|close upon|getting on for|in the vicinity of|
        around about|not quite|not far off|not far from|not far short of|as near as|nearer to|
        will average|would average|to average|could average|should average|
        approached|approaches|very nearly|at around|at about|≃|∽
        """
    ),
}
"""What stands before a number, by the comparator it says."""

AFTER = {
    Comparator.AT_LEAST: phrases(
        """
        or more|or greater|or higher|or above|or over|or longer|or older|or better|and up|and over|
        and above|and older|and more|minimum|at least|plus|- plus|+|or bigger|or larger|or more than|
        or upwards|and upwards|at the least|at the very least|or farther|or later|and greater|and higher|
        and larger|and bigger
        """
    ),
    Comparator.AT_MOST: phrases(
        """
        or less|or fewer|or lower|or below|or under|or younger|or smaller|and under|and below|
        and younger|maximum|at most|tops|at the most|at the very most|or shorter|max|or earlier|or cheaper|
        or slower|and less|and fewer|and lower|and smaller
        """
    ),
    Comparator.ABOUT: phrases(
        """
        or so|or thereabouts|approximately|roughly|give or take|more or less|- odd|- ish|ish
        """
    ),
}
"""What stands behind a number or its unit."""
