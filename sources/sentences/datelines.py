"""Datelines: where and when a report was written, as a line of its own or before the first words."""

import re
from functools import cache

_MONTH = r"""(?i:
    jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
    |nov(?:ember)?|dec(?:ember)?
)\b\.?"""
_WEEKDAY = r"(?i:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?"
_DATE = rf"""
    (?:{_WEEKDAY})?
    (?: {_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?      # 13 May 2018
      | {_MONTH}(?:\s+{_DAY}(?:,?\s+\d{{4}})?|,?\s+\d{{4}}) # May 13, 2018; May 2018
      | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}               # 2018-05-13
      | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}               # 13/05/2018
    )
"""
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?"
_CAPITALISED = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}"
_LABEL = r"""(?i:
    (?:first\s|last\s)?(?:published|posted|updated|released|issued|created|modified|date)(?:\s(?:on|at))?
):?\s*"""

_DATE_LINE = re.compile(
    rf"""
    (?:{_LABEL})?
    (?: (?:{_PLACE},\s)? {_DATE} (?:[\s,|/–—-]+(?:at\s)?{_TIME})?
      | {_TIME} [\s,|/–—-]+ {_DATE}
    )
    [.]?
    """,
    re.VERBOSE,
)
_LEAD = rf"""
    (?: (?P<place>{_PLACE}(?:,\s{_PLACE})?) (?:,?\s(?P<date>{_DATE}))? | (?P<bare>{_DATE}) )
    (?: ,?\s?(?P<agency>[(/][^\W\d_][\w\s.&'-]{{1,40}}[)/]) )?
    (?: \s(?:--|[-–—])\s | \s?(?:--|—)\s? )
    (?=["“‘'«(]?[^\W\d_a-z])
"""
# No date line and no lead of a report is longer.
_LONGEST = 100


@cache
def _compile_lead() -> re.Pattern[str]:
    """The pattern of a lead, made when the first dash is met: most short texts have none."""
    return re.compile(_LEAD, re.VERBOSE)


def is_date_line(line: str) -> bool:
    """Whether a line states nothing but a date, with its time and its place."""
    return len(line) <= _LONGEST and _DATE_LINE.fullmatch(line) is not None


def find_lead_end(text: str, start: int, end: int, *, opens_report: bool) -> int:
    """The end of the dateline that `text[start:end]` begins with, or `start` without one.

    A place alone ("LONDON - ...") counts only in capitals and where the report opens.
    """
    reach = min(end, start + _LONGEST)
    opening = text[start:reach]
    dashed = "-" in opening or "–" in opening or "—" in opening  # less work than one look for three signs
    lead = _compile_lead().match(text, start, reach) if dashed else None
    if lead is None:
        return start
    place = lead["place"] or ""
    if (
        lead["date"]
        or lead["bare"]
        or lead["agency"]
        or (opens_report and len(place) > 2 and place.isupper())
    ):
        return start + len(lead[0].rstrip())
    return start
