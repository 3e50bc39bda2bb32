"""The speaker of each claim, carried through a text: reports, quotations that go on, paragraphs."""

from bisect import bisect_left
from typing import NamedTuple

from claims.codelists import Voice
from claims.extraction.attribution.people import Register
from claims.extraction.attribution.sayings import Saying, read_sayings
from claims.extraction.attribution.tables import PRONOUNS
from claims.extraction.tokens import Tokens
from sources.sentences import Role

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
OPENING_MARKS = OPENING | {'"'}
MARKS = OPENING | CLOSING | {'"'}
MOST_NESTED = 4
"""Reports before or behind a token that are asked whether they tell of it, so that reading stays linear."""
TURNS = frozenset({"meanwhile", "elsewhere", "separately"})
"""Words that open another matter, which the one who spoke before does not tell."""
HEADLINES = frozenset({Role.HEADLINE, Role.SUBHEAD})


class Attribution(NamedTuple):
    """Who says what stands at a token, and how."""

    speaker: str
    voice: Voice


OF_HEADLINE, OF_TEXT = Attribution("", Voice.HEADLINE), Attribution("", Voice.OWN)


class Voices:
    """Reads a text's sentences in order and tells whose words they are."""

    def __init__(self) -> None:
        """Start before the first sentence."""
        self._register = Register()
        self._quoting = ""
        self._telling = ""
        self._quoted = ""
        self._is_straight = False
        self.is_open = False
        self.settled = ""
        self._end = 0
        self._sayings: list[Saying] = []
        self._places: list[int] = []
        self._inside: list[bool] = []
        self._role = Role.BODY

    def read(self, tokens: Tokens, role: Role) -> None:
        """Take in the next sentence."""
        start = tokens.starts[0]
        if "\n" in tokens.text[self._end : start]:
            self._telling = ""
            self._quoting = "" if self._is_straight and not _reopens(tokens) else self._quoting
            self._quoted = self._quoting
            self.is_open = False
        if self._telling and tokens.words[0] in TURNS:
            self._telling = ""
        self._end = tokens.ends[tokens.count - 1] if tokens.count else start
        self._role = role
        self._sayings = read_sayings(tokens, self._register)
        if tokens.words[0] not in PRONOUNS:
            self._register.pass_on(tokens, has_spoken=bool(self._sayings))
        self._mark_quotation(tokens)
        if self._inside:  # what a quotation tells of others' words is the quoted one's
            self._sayings = [saying for saying in self._sayings if not self._inside[saying.place]]
        self._places = [saying.place for saying in self._sayings] if self._sayings else []
        reports = [saying for saying in self._sayings if not saying.until] if self._sayings else []
        self.settled = reports[0].speaker if self.is_open and reports else ""
        self._carry(tokens, reports)

    def _mark_quotation(self, tokens: Tokens) -> None:
        """For each token whether it stands in quotation marks, by marks that have a direction."""
        inside = bool(self._quoting) or self.is_open
        self._inside = []
        if not inside and not self._opens(tokens):
            return
        words = tokens.words
        for mark in [index for index, word in enumerate(words) if word in MARKS]:
            self._inside += [inside] * (mark - len(self._inside))  # what stands between two marks
            if words[mark] in OPENING:
                inside = True
            elif words[mark] in CLOSING:
                inside = False
            elif inside or not _is_inch(tokens, mark):
                inside = not inside or _leans_ahead(tokens, mark)
        self._inside += [inside] * (tokens.count - len(self._inside))

    def _opens(self, tokens: Tokens) -> bool:
        """Whether a mark that may open a quotation stands in a sentence."""
        return tokens.mentions(OPENING_MARKS)

    def _carry(self, tokens: Tokens, reports: list[Saying]) -> None:
        """Who speaks on into the next sentence: an open quotation, or "he said that ..." in one paragraph."""
        if self._inside and self._inside[-1] and self._opens(tokens) and reports:
            self._quoting = reports[-1].speaker
            self._is_straight = OPENING.isdisjoint(tokens.words)
        elif self._inside and not self._inside[-1]:
            self._quoting = ""
        self.is_open = bool(self._inside) and self._inside[-1] and not (self._quoting or reports)
        if self._inside and reports:
            self._quoted = reports[-1].speaker
        first = reports[0] if reports else None
        if first and first.opens and tokens.words[0] in {"he", "she"}:
            self._telling = first.speaker
        elif self._telling and reports and reports[-1].speaker != self._telling:
            self._telling = ""

    def attribute(self, index: int) -> Attribution:
        """Whose words stand at a token of the sentence read last."""
        quoted = bool(self._inside) and self._inside[index]
        speaker = self._find_speaker(index) or (self._quoted if quoted else "")
        if speaker:
            return Attribution(speaker, Voice.QUOTE if quoted else Voice.PARAPHRASE)
        return OF_HEADLINE if self._role in HEADLINES else OF_TEXT

    def is_waiting(self, index: int) -> bool:
        """Whether a token stands in a quotation whose speaker only a later sentence names."""
        return self.is_open and not self._find_speaker(index) and not self._quoted and self._inside[index]

    def resolve(self, speaker: str) -> str:
        """The name of a speaker that was told by a role, where the text gives it anywhere."""
        return self._register.resolve_role(speaker)

    def _find_speaker(self, index: int) -> str:
        """The nearest report before a token that tells of it, else one behind it, else who speaks on."""
        if not self._sayings:
            return self._quoting or self._telling
        place = bisect_left(self._places, index)
        for saying in reversed(self._sayings[max(0, place - MOST_NESTED) : place]):
            if not saying.until or index < saying.until:
                return saying.speaker
        for saying in self._sayings[place : place + MOST_NESTED]:
            if not saying.until and not saying.first <= index < saying.last:
                return saying.speaker
        return self._quoting or self._telling


def _leans_ahead(tokens: Tokens, index: int) -> bool:
    """Whether a straight mark opens by its place, as the next paragraph of one quotation does."""
    return tokens.is_glued(index + 1) and not tokens.is_glued(index)


def _reopens(tokens: Tokens) -> bool:
    """Whether a line starts with a straight mark: a quotation that the line before left open goes on."""
    return tokens.words[0] == '"' and tokens.is_glued(1)


def _is_inch(tokens: Tokens, index: int) -> bool:
    """Whether a straight mark that opens nothing stands behind digits: 27" across."""
    return index > 0 and tokens.is_glued(index) and tokens.words[index - 1][-1:].isdecimal()
