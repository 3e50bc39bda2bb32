"""The days that words for a time cover."""

from datetime import date, timedelta

from claims.extraction.marks.calendar import MONTHS

Days = tuple[date | None, date | None]
UNKNOWN: Days = (None, None)
PARTS_OF_YEAR = {"quarter": 3, "half": 6, "semester": 6, "trimester": 4}
ENDS_OPEN = frozenset({"until", "till", "by", "before", "through"})
DAYS_OF = {"days": 1, "weeks": 7}
MONTHS_OF = {"months": 1, "quarters": 3, "years": 12, "decades": 120}
MONTH_PARTS = {"week": 7, "half": 15}
TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
FARTHEST_MONTH = 6
"""A month of the year before or after the publication's is taken up to this many months away."""
SPANS = frozenset({"-", "–", "—", "/", "to", "and", "until", "through"})


def cover_year(year: int) -> Days:
    """A whole year."""
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else UNKNOWN


def cover_month(year: int, month: int) -> Days:
    """A whole month."""
    if not 1 <= year <= 9999:
        return UNKNOWN
    last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
    return date(year, month, 1), last


def cover_part(year: int, part: str, number: int) -> Days:
    """A quarter or a half of a year: the first is 1."""
    months = PARTS_OF_YEAR[part]
    first = (number - 1) * months + 1
    if not (1 <= first <= 12 and 1 <= year <= 9999):
        return UNKNOWN
    return date(year, first, 1), cover_month(year, first + months - 1)[1]


def read_days(words: list[str]) -> Days:
    """The days of a date as its words give them; a part that the words leave open is None."""
    words = [word for word in words if word not in {"the", "of", ",", ".", "st", "nd", "rd", "th", "'", "’"}]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4 and word.isascii()]
    if not years:
        return UNKNOWN
    if words[-1] == "s":
        return cover_year(years[0])[0], cover_year(years[0] + 9)[1]
    months = [MONTHS[word] for word in words if word in MONTHS]
    if months:
        return _read_months(words, years[-1], months)
    if "/" in words or "-" in words or len(years) > 1:
        return _read_figures(words, years)
    return cover_year(years[0])


def _read_months(words: list[str], year: int, months: list[int]) -> Days:
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    first, last = cover_month(year, months[0])[0], cover_month(year, months[-1])[1]
    try:
        return (
            (first.replace(day=days[0]), (last.replace(day=days[-1])))
            if first and last and days
            else (first, last)
        )
    except ValueError:
        return UNKNOWN


def _read_figures(words: list[str], years: list[int]) -> Days:
    """2018-05-13 and 13/05/2018 where the order is sure; 2015-2019 and 2018-19."""
    numbers = [int(word) for word in words if word.isdecimal()]
    if len(numbers) == 2:
        last = numbers[1] if numbers[1] >= 1000 else numbers[0] - numbers[0] % 100 + numbers[1]
        return (
            (cover_year(years[0])[0], cover_year(last)[1])
            if len(words[-1]) != 2 or last > years[0]
            else UNKNOWN
        )
    if len(numbers) != 3:
        return UNKNOWN
    year, month, day = numbers if numbers[0] >= 1000 else numbers[::-1]
    if month > 12:
        month, day = day, month
    elif numbers[0] < 1000 and day <= 12 and day != month:
        return UNKNOWN
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return UNKNOWN


def cover_month_part(month: Days, part: str, number: int) -> Days:
    """A week or a half of a month: the first is 1, the last 0."""
    first, last = month
    if first is None or last is None:
        return UNKNOWN
    length = MONTH_PARTS[part]
    if number == 0 or (part == "half" and number > 1):
        start = first + timedelta(days=length) if part == "half" else last - timedelta(days=length - 1)
        return start, last
    end = first + timedelta(days=length * number - 1)
    return (end - timedelta(days=length - 1), end) if end <= last else UNKNOWN


def shift(published: date, step: str, unit: str) -> Days:
    """ "last year", "this month", "next week" from the day a text came out."""
    if step == "past":
        return cover_past(published, 1, f"{unit}s")
    count = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(step, 0)
    if unit in TIMES_OF_DAY:
        day = move(published, -1, "days") if step == "last" else published
        return day, day
    if unit == "weekend":
        return place_weekend(published, ahead=count > 0 or step == "this")
    if unit == "week":
        monday = move(published, 7 * count - published.weekday(), "days")
        return (monday, move(monday, 6, "days")) if monday is not None else UNKNOWN
    return _shift_months(published, count, unit)


def _shift_months(published: date, count: int, unit: str) -> Days:
    """The year, quarter or month so many on from a day's own; unknown for other lengths."""
    if unit == "year":
        return cover_year(published.year + count)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return cover_month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + count
        return cover_part(quarters // 4, "quarter", quarters % 4 + 1)
    return UNKNOWN


def place_weekend(published: date, *, ahead: bool) -> Days:
    """The Saturday and Sunday nearest to a day, behind it or ahead of it, itself included."""
    sunday = move(published, (6 - published.weekday()) if ahead else -((published.weekday() + 1) % 7), "days")
    return (move(sunday, -1, "days"), sunday) if sunday is not None else UNKNOWN


def move(day: date, count: int, unit: str) -> date | None:
    """A day so many units on; None where no calendar has it or the unit has no fixed length."""
    if unit in DAYS_OF:
        ordinal = day.toordinal() + count * DAYS_OF[unit]
        within = date.min.toordinal() <= ordinal <= date.max.toordinal()
        return date.fromordinal(ordinal) if within else None
    months = day.year * 12 + day.month - 1 + count * MONTHS_OF.get(unit, 0)
    first, last = cover_month(months // 12, months % 12 + 1)
    if first is None or last is None or unit not in MONTHS_OF:
        return None
    return first.replace(day=min(day.day, last.day))


def cover_past(published: date, count: int, unit: str) -> Days:
    """ "the past year", "the past three months": so long up to the day a text came out."""
    start = move(published, -count, unit)
    return (start, published) if start is not None else UNKNOWN


def place_part(published: date | None, part: str, number: int, *, ahead: bool) -> Days:
    """A quarter or a half named without its year: the publication's, or the last one that has begun."""
    if published is None:
        return UNKNOWN
    days = cover_part(published.year, part, number)
    begun = ahead or days[0] is None or days[0] <= published
    return days if begun else cover_part(published.year - 1, part, number)


def bound(lead: str, days: Days) -> Days:
    """ "since 2018" has no end, "until 2018" no start."""
    start, end = days
    if lead in {"since", "from"}:
        return start, None
    if lead == "after":
        return end, None
    if lead == "before":
        return None, start
    if lead in ENDS_OPEN:
        return None, end
    return days


def place_month(published: date | None, month: int, *, ahead: bool, sure: bool = False) -> Days:
    """A month named without its year: the nearest one behind the publication, or ahead of it.

    Unknown where the nearest is the more distant one of the two years: that would be guessed, unless it is
    sure on which side it is ("since August").
    """
    if published is None:
        return UNKNOWN
    distance = (month - published.month if ahead else published.month - month) % 12
    months = published.year * 12 + published.month - 1 + (distance if ahead else -distance)
    crosses = months // 12 != published.year and not sure
    return UNKNOWN if crosses and distance > FARTHEST_MONTH else cover_month(months // 12, months % 12 + 1)


def place_weekday(published: date | None, weekday: int, *, ahead: bool) -> Days:
    """The day of the week nearest to the publication, itself included; Monday is 0."""
    if published is None:
        return UNKNOWN
    distance = (weekday - published.weekday() if ahead else published.weekday() - weekday) % 7
    ordinal = published.toordinal() + (distance if ahead else -distance)
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return UNKNOWN
    return date.fromordinal(ordinal), date.fromordinal(ordinal)


def place_day(published: date | None, words: list[str], *, ahead: bool) -> Days:
    """A day or days of a month named without the year, in the month nearest to the publication."""
    months = [MONTHS[word] for word in words if word in MONTHS]
    near = place_month(published, months[0], ahead=ahead)[0] if months else None
    return UNKNOWN if near is None else read_days([*words, f"{near.year:04}"])


def place_quarter(published: date | None, words: list[str], *, ahead: bool) -> Days:
    """ "Q3 2021", "H1": without a year in full the publication's, or the last one that has begun."""
    years = [int(word) for word in words[2:] if word.isdecimal() and len(word) == 4]
    if len(words) == 1 or (len(words) > 2 and not years):  # the "2" of "3h2", whose "h" is another figure's
        return UNKNOWN
    part, number = "quarter" if words[0] == "q" else "half", int(words[1])
    return cover_part(years[0], part, number) if years else place_part(published, part, number, ahead=ahead)


def reach_back(days: Days, count: int, unit: str) -> Days:
    """So many months or days that end with the last of the days: "the year to April", "the week to 3 May"."""
    last = days[1]
    if last is None or last == date.max:
        return UNKNOWN
    if not count:
        return None, last
    if unit == "days":
        return move(last, 1 - count, unit), last
    months = count
    following = last + timedelta(days=1)
    start = following.year * 12 + following.month - 1 - months
    if following.day != 1 or start < 12:
        return None, last
    return date(start // 12, start % 12 + 1, 1), last
