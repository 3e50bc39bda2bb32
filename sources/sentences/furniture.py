"""Page furniture: the lines of a page that are about the page and not part of its text."""

import re

from sources.sentences.datelines import is_date_line

_SITES = r"(?:facebook|twitter|whats ?app|telegram|linked ?in|instagram|youtube|pinterest|reddit|e-?mail|x)"
_THING = r"(?:page|article|story|post|news|version|this|it|link)"
_LABELS = re.compile(
    rf"""
    (?: print(?:able)?(?:\s{_THING}){{0,2}}
      | (?:send|e-?mail)\sto\s(?:a\s)?friends? | e-?mail(?:\s{_THING}){{0,2}}
      | (?:share|tweet|like|pin|save|bookmark|copy)(?:\s{_THING}){{0,2}}(?:\s(?:on|via|by|with|to)\s{_SITES})?
      | follow(?:\sus)?(?:\son\s{_SITES})? | {_SITES}
      | (?:no|\d[\d,.]*)\s(?:comments?|shares?|likes?|views?|repl(?:y|ies))(?:\syet)?
      | comments?(?:\s?\(\d+\))? | (?:add|leave|post|write)\s(?:a|your)\s(?:comment|reply) | reply
      | (?:read|show|load|see|view)\s(?:more|also|all) | continue\sreading | more | report\sabuse
      | related\s(?:articles?|news|stories|links?|posts?|topics?|content|coverage)
      | home(?:\s?page)? | back(?:\sto\stop)? | top | (?:older|newer)\sposts
      | (?:next|previous)(?:\s(?:page|article|post|story))?
      | sign\s(?:in|up) | log\s?(?:in|out) | register | subscribe(?:\snow)? | newsletter
      | search | menu | skip\sto\s(?:main\s)?content | close | download(?:\spdf)? | pdf | rss
      | (?:cookie|privacy)(?:\spolicy)? | terms(?:\sof\s(?:use|service))? | contact(?:\sus)? | about(?:\sus)?
      | site\s?map | help | faq | (?:font|text)\ssize | a[+-] | enlarge(?:\simage)? | edit | \[edit\]
      | advertisement | sponsored
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = re.compile(
    r"""
      (?:(?:news|story|article|post|item|page|show|view|visit|hit|read|comment|share|document)s?\s?)?
      (?:number|no\.?|id|code|count(?:er)?|views?|visits?|hits|reads|shares|likes|comments|visitors)
      \s?[:：]\s?[\w.-]{1,20}
    | \d[\d,.]*\s(?:views|visits|hits|shares|likes|comments|reads)
    | (?:news|story|article|post|item)\s(?:no\.?\s|number\s|\#)?\d{2,}
    | (?:posted|published|updated|printed)(?:\s(?:at|on))?\s\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?
    | (?:reading\stime:?\s)?\d{1,3}[\s-]min(?:ute)?s?(?:\sread)?
    | \d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FIELD_GAP = re.compile(r"\s+[/|·•-]\s+|\s*[|·•]\s*|\s{2,}|\t")
_GAP = re.compile(r"[\s|/·•,>»–-]+")
_SINGLE_LINES = re.compile(
    r"""
    # rights
      (?:copyright\s?)?(?:©|\(c\)\s?(?=\d{4})|&copy;).*
    | copyright\s\d{4}.*
    # an address
    | (?:https?://|www\.)\S+ | \S+@\S+\.\w+
    # a page number
    | page\s\d+(?:\s(?:of|/)\s\d+)? | [-–—]\s?\d{1,4}\s?[-–—]
    # the way to the page: Home > News > World
    | \w[\w\s&'’-]{0,30}(?:\s[>›»→]\s\w[\w\s&'’-]{0,40}){2,}
    | home(?:\s[>›»→]\s\w[\w\s&'’-]{0,40}){1,4}
    # tags and credits; a number would be part of a caption, which is text
    | (?:tags?|keywords?|categor(?:y|ies)|filed\sunder)\s?:.*
    | (?:photos?|images?|pictures?|video|credits?|author|reporter|editor|editing\sby
      |reporting\sby|writing\sby)(?:\s(?:by|credit|courtesy))?\s?[:/]\s?[^\s\d]+(?:\s[^\s\d]+){0,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A line of those opens with one of these (copyright, a page number, an address) or holds one of these.
_SINGLE_OPENINGS = frozenset("cCpPwW©(&-–—")
_SINGLE_SIGNS = "@>›»→:/"
_RESERVED = re.compile(r"\ball\srights\sreserved\.?\Z", re.IGNORECASE)
# An image of Markdown, or what is left of it.
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)?)?")
_BYLINE = re.compile(r"(?:By|BY)\s(?:[^\W\d_a-z][\w.'’-]*+[\s,]*+(?:(?:and|&)\s)?){2,6}")
_DIGIT = re.compile(r"\d")
_VISIBLE = re.compile(r"[^\W_]")
# "all rights reserved." and the character before it.
_RESERVED_REACH = 21
# Longer lines are text: no rule here may cost more than a few microseconds a line.
_LONGEST = 160


def is_furniture(line: str) -> bool:
    """Whether a line, white space around it cut off, is about the page: links, numbers, rights."""
    if not _VISIBLE.search(line):
        return True
    if line[0] == "!" and _IMAGE.fullmatch(line) is not None:
        return True
    if len(line) > _LONGEST:
        return False
    return (
        (_may_be_single(line) and _SINGLE_LINES.fullmatch(line) is not None)
        or _reserves_rights(line)
        or (line.startswith(("By", "BY")) and _BYLINE.fullmatch(line) is not None)
        or _has_only_labels(line)
        or _has_only_fields(line)
    )


def _may_be_single(line: str) -> bool:
    """Whether a line has what the single lines have: told at little cost, as most lines have none of it."""
    return line[0] in _SINGLE_OPENINGS or any(sign in line for sign in _SINGLE_SIGNS)


def _reserves_rights(line: str) -> bool:
    """Whether a line ends with all rights being reserved."""
    if "reserved" not in line[-len("reserved.") :].casefold():
        return False
    return _RESERVED.search(line, max(0, len(line) - _RESERVED_REACH)) is not None


def _has_only_labels(line: str) -> bool:
    """Whether a line is a row of links: "Print | Share on Facebook | Comments (3)"."""
    at = 0
    while at < len(line):
        label = _LABELS.match(line, at)
        if label is None:
            return False
        gap = _GAP.match(line, label.end())
        if gap is None:
            return label.end() == len(line)
        at = gap.end()
    return True


def _has_only_fields(line: str) -> bool:
    """Whether a line is a row of the story's numbers: "10:15 - 2018/05/13 / number : 7 / views : 9"."""
    if line[-1] in ".!?" or not _DIGIT.search(line):
        return False
    fields = [field for field in _FIELD_GAP.split(line) if field and not field.isspace()]
    labelled = sum(_FIELD.fullmatch(" ".join(field.split())) is not None for field in fields)
    if labelled == 0 or len(fields) > 12:
        return False
    return all(
        _FIELD.fullmatch(" ".join(field.split())) or is_date_line(field) or _LABELS.fullmatch(field)
        for field in fields
    )
