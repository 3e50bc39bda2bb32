"""A stretch of a snapshot's text as a page: its sentences, and in them every figure marked."""

from dataclasses import dataclass, replace
from itertools import chain

from django.db.models import Count
from django.db.models.functions import Length, Substr
from django.utils.safestring import SafeString

from claims.admin.marking import Piece, Spanned, cut
from claims.models import Claim, Figure
from claims.review import Status
from sources.admin.words import reveal
from sources.models import Sentence, Snapshot

PART = 100_000
"""Code points of one part of a text: more makes a page that browsers scroll badly."""

MOST_MARKS = 5_000
"""Marks of one part: a page of nothing but numbers stays usable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words of a sentence: of a figure or between figures; lit where they are of the quote."""

    words: str
    figure: Figure | None
    is_lit: bool = False

    @property
    def claim(self) -> Claim | None:
        """The figure's claim, if it claims something."""
        return getattr(self.figure, "claim", None)

    @property
    def html(self) -> SafeString:
        """The words, harmless; browsers would read a bare carriage return as a line feed."""
        return SafeString(reveal(self.words).replace("\r", "&#13;"))

    @property
    def label(self) -> str:
        """What the figure turned out to be; for a claim, where it stands in review."""
        if self.figure is None:
            return ""
        return self.claim.status if self.claim else self.figure.disposition

    @property
    def title(self) -> str:
        """What it is and what decided that, for the pointer."""
        if self.figure is None:
            return ""
        decider = "a person" if self.figure.decided_by_id else f"rule “{self.figure.rule}”"
        status = f", {self.claim.status}" if self.claim else ""
        return f"{self.figure.disposition}{status}; decided by {decider}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A sentence with its words, or the blank between two sentences; `start` is where its words begin."""

    start: int
    sentence: Sentence | None
    words: list[Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """What is shown of a text: `[start, end)` of `length` code points."""

    blocks: list[Block]
    start: int
    end: int
    length: int
    is_short_of_marks: bool

    @property
    def part(self) -> int:
        """Which part this is, counted from 1."""
        return self.start // PART + 1

    @property
    def parts(self) -> int:
        """How many parts the text has."""
        return max(1, -(-self.length // PART))


def blind(page: TextPage) -> TextPage:
    """The same words without what became of any figure, for who is to decide without knowing."""
    blocks = [
        replace(block, words=[replace(words, figure=None) for words in block.words]) for block in page.blocks
    ]
    return replace(page, blocks=blocks)


def read_part(snapshot: Snapshot, part: int) -> TextPage:
    """Part `part` of the text, counted from 1; the nearest one there is."""
    length = measure(snapshot)
    part = min(max(part, 1), max(1, -(-length // PART)))
    return read_stretch(snapshot, (part - 1) * PART, min(part * PART, length), length=length)


def find_part(snapshot: Snapshot, ordinal: int) -> int:
    """The part in which a sentence begins; the first one where there is no such sentence."""
    start = snapshot.sentences.filter(ordinal=ordinal).values_list("start", flat=True).first()
    return (start or 0) // PART + 1


def measure(snapshot: Snapshot) -> int:
    """How many code points the text has."""
    length: int = Snapshot.objects.filter(pk=snapshot.pk).values_list(Length("text"), flat=True).get()
    return length


def read_stretch(
    snapshot: Snapshot, start: int, end: int, *, length: int, quote: Spanned | None = None
) -> TextPage:
    """The words from `start` to `end` with their sentences and figures, those of a quote lit."""
    text = Snapshot.objects.values_list(Substr("text", start + 1, end - start), flat=True).get(pk=snapshot.pk)
    within = {"start__lt": end, "end__gt": start}
    sentences = snapshot.sentences.filter(**within).defer("text").order_by("ordinal")
    figures = list(
        Figure.objects.filter(
            sentence__snapshot=snapshot, sentence__start__lt=end, sentence__end__gt=start, **within
        )
        .select_related("claim")
        .order_by("start")[: MOST_MARKS + 1]
    )
    return TextPage(
        blocks=build_blocks(text, list(sentences), figures[:MOST_MARKS], offset=start, quote=quote),
        start=start,
        end=end,
        length=length,
        is_short_of_marks=len(figures) > MOST_MARKS,
    )


def build_blocks(
    text: str, sentences: list[Sentence], figures: list[Figure], *, offset: int, quote: Spanned | None = None
) -> list[Block]:
    """The text in blocks; joined, their words are the text again."""
    blocks = []
    place = 0
    for piece in cut(text, sentences, offset=offset):  # type: ignore[type-var]  # columns are typed too late
        # Both run in the text's order: each figure is looked at once, not once a sentence.
        while place < len(figures) and figures[place].end <= piece.start:
            place += 1
        behind = place
        while behind < len(figures) and figures[behind].start < piece.end:
            behind += 1
        blocks.append(
            Block(start=piece.start, sentence=piece.mark, words=_light(piece, figures[place:behind], quote))
        )
    return blocks


def _light(piece: Piece[Sentence], figures: list[Figure], quote: Spanned | None) -> list[Words]:  # type: ignore[type-var]  # the same
    """The words of a sentence, cut by the quote first and then by figures."""
    halves = cut(piece.words, [quote] if quote else [], offset=piece.start)
    return list(
        chain.from_iterable(
            (
                Words(words=words, figure=figure, is_lit=half.mark is not None)
                for _, words, figure in cut(half.words, figures, offset=half.start)
            )
            for half in halves
        )
    )


def count_statuses(snapshot: Snapshot) -> list[tuple[str, int]]:
    """How many claims of the snapshot stand where in review, none included."""
    found = Claim.objects.filter(sentence__snapshot=snapshot).order_by().values_list("status")
    counts = dict(found.annotate(Count("pk")))
    return [(status.value, counts.get(status.value, 0)) for status in Status]
