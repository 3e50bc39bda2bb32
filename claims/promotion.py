"""Claims that people make: of a figure that the extractor passed over, or of any words of a text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.codelists import Disposition, Kind
from claims.errors import ClaimsError
from claims.extraction import FoundFigure, find
from claims.models.acting import acting
from claims.models.claim import Claim
from claims.models.figure import Figure, FigureDecidedError
from claims.roles import ADD_CLAIM, DECIDE_FIGURE, require
from claims.speakers import fetch_speakers
from claims.transcription import list_columns
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.sentences import Role, SentenceSpan


class SpanRefusedError(ClaimsError):
    """The selected words cannot be the quote of a claim."""

    code = "span_refused"


class QuoteNotFoundError(SpanRefusedError):
    """The words do not stand where they are said to."""

    code = "quote_not_found"


class QuoteAmbiguousError(SpanRefusedError):
    """The words stand in the sentence more than once."""

    code = "quote_ambiguous"


class NoValueError(ClaimsError):
    """No single value can be read from the words."""

    code = "no_value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim as a person hands it in: its kind, its words in a sentence, a span of a snapshot, or both.

    changes: fields that are to read otherwise than the words tell by themselves.
    """

    kind: Kind
    sentence: Sentence | None = None
    snapshot: Snapshot | None = None
    span: tuple[int, int] | None = None
    quote: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)

    def locate(self) -> tuple[Snapshot, int, int]:
        """The words' place; raises SpanRefusedError where it is not told, not there or not the only one."""
        snapshot = self.sentence.snapshot if self.sentence else self.snapshot
        if self.sentence and self.span is None and self.quote:
            return (self.sentence.snapshot, *find_quote(self.sentence, self.quote))
        if snapshot is None or self.span is None:
            raise SpanRefusedError("Say where: a sentence with a quote or a span, or a snapshot with a span.")
        start, end = self.span
        if self.quote and snapshot.text[start:end] != self.quote:
            raise QuoteNotFoundError(f"“{self.quote[:200]}” does not stand at {start}..{end}.")
        if self.sentence and not self.sentence.start <= start < end <= self.sentence.end:
            raise SpanRefusedError(
                f"{start}..{end} is outside of the sentence at {self.sentence.start}..{self.sentence.end}."
            )
        return snapshot, start, end


def find_quote(sentence: Sentence, quote: str) -> tuple[int, int]:
    """Where the words stand in a sentence; raises QuoteNotFoundError or QuoteAmbiguousError."""
    first = sentence.text.find(quote)
    if first < 0:
        raise QuoteNotFoundError(f"“{quote[:200]}” does not stand in the sentence, letter for letter.")
    if sentence.text.find(quote, first + 1) >= 0:
        raise QuoteAmbiguousError(
            f"“{quote[:200]}” stands in the sentence more than once: give start and end."
        )
    return sentence.start + first, sentence.start + first + len(quote)


def make_by_hand(draft: Draft, *, by: User) -> Claim:
    """Make a claim of a draft; raises as `make_claim_from_span` and `Claim.revise` do."""
    require(by, ADD_CLAIM)
    with acting(by), transaction.atomic():
        snapshot, start, end = draft.locate()
        claim = make_claim_from_span(snapshot, start, end, by=by, kind=draft.kind)
        if draft.changes:
            claim.revise(by=by, changes=draft.changes)
    return claim


def promote(figure: Figure, *, by: User, seen: str = "") -> Claim:
    """Make a numeric claim of a figure; its value is read from its words.

    seen: the figure's `state` that the person saw, if it matters.
    Raises NotPermittedError, FigureDecidedError where it has a claim, NoValueError.
    """
    require(by, DECIDE_FIGURE)
    with acting(by), transaction.atomic():
        standing = figure.lock(seen)
        if Claim.objects.filter(figure_id=standing.pk).exists():
            raise FigureDecidedError("The figure has a claim already: review that one.")
        sentence = Sentence.objects.select_related("snapshot__source").get(pk=standing.sentence_id)
        found = _read_one(sentence, standing.start, standing.end)
        figure.decide(standing, Disposition.CLAIM, by=by, reason="")
        return _make_numeric(standing, found, sentence, by=by, span=_choose_quote(found, standing, sentence))


def make_claim_from_span(snapshot: Snapshot, start: int, end: int, *, by: User, kind: Kind) -> Claim:
    """Make a claim of the words [start, end) of a snapshot: a value is read from them, or they are text only.

    Blank space at either end is left out. Raises NotPermittedError, SpanRefusedError, NoValueError,
    FigureDecidedError.
    """
    require(by, ADD_CLAIM)
    with acting(by), transaction.atomic():
        # Two people who select the same words at once would both make their figure.
        text = Snapshot.objects.select_for_update().select_related(None).get(pk=snapshot.pk).text
        start, end = _trim(text, start, end)
        sentence = _find_sentence(snapshot, start, end)
        if kind is Kind.FACTUAL:
            fact: Claim = Claim.objects.create(
                kind=kind, sentence=sentence, start=start, end=end, quote=text[start:end], created_by=by
            )
            return fact
        found = _read_one(sentence, start, end)
        figure = _find_figure(sentence, found, by=by)
        return _make_numeric(figure, found, sentence, by=by, span=(start, end))


def find_words(snapshot: Snapshot, words: str, *, occurrence: int | None = None) -> tuple[int, int]:
    """Where words stand in a snapshot's text, the first time being occurrence 1.

    Raises SpanRefusedError where they do not, or where they stand there more often and none is named.
    """
    words, text = words.strip(), snapshot.text
    if not words:
        raise SpanRefusedError("Select words in the text, or write them as they stand there.")
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    if not starts:
        raise SpanRefusedError(f"“{words}” does not stand in the text exactly so.")
    if occurrence is None and len(starts) > 1:
        raise SpanRefusedError(f"“{words}” stands in the text {len(starts)} times: say which one.")
    if occurrence is not None and not 1 <= occurrence <= len(starts):
        raise SpanRefusedError(f"“{words}” stands in the text {len(starts)} times: there is no {occurrence}.")
    start = starts[(occurrence or 1) - 1]
    return start, start + len(words)


def find_span(snapshot: Snapshot, words: str, *, near: int) -> tuple[int, int]:
    """Where the words stand in a snapshot's text, nearest to an offset; blank space may differ.

    Raises SpanRefusedError.
    """
    # A browser gives line ends and blanks of its own; the offsets are those of the stored text.
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    text = Snapshot.objects.values_list("text", flat=True).get(pk=snapshot.pk)
    found = [match.span() for match in pattern.finditer(text)] if pattern.pattern else []
    if not found:
        raise SpanRefusedError(f"The text does not have the words “{words.strip()}”.")
    return min(found, key=lambda span: abs(span[0] - near))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blank space around it; raises SpanRefusedError where nothing is left."""
    if not 0 <= start < end <= len(text):
        raise SpanRefusedError(f"There are no words at {start}..{end}: the text has {len(text)} code points.")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start == end:
        raise SpanRefusedError("Only blank space is selected.")
    return start, end


def _find_sentence(snapshot: Snapshot, start: int, end: int) -> Sentence:
    """The sentence that holds the span; raises SpanRefusedError."""
    touched = snapshot.sentences.filter(start__lt=end, end__gt=start).select_related("snapshot__source")
    sentences = list(touched.order_by("ordinal")[:2])
    if len(sentences) > 1:
        raise SpanRefusedError("The selection reaches over two sentences: a claim quotes words of one.")
    if not sentences or start < sentences[0].start or end > sentences[0].end:
        raise SpanRefusedError("The selection reaches outside of the text's sentences.")
    return sentences[0]


def _read_one(sentence: Sentence, start: int, end: int) -> FoundFigure:
    """The one figure with a value inside the span, read in its sentence, else alone; raises NoValueError."""
    text = sentence.snapshot.text
    spans = [SentenceSpan(start=sentence.start, end=sentence.end, role=Role.BODY)]
    published = sentence.snapshot.source.published_on
    read = find(text, published=published, sentences=spans)
    found = [f for f in read if f.assertion is not None and start <= f.start and f.end <= end]
    if not found:
        alone = [SentenceSpan(start=start, end=end, role=Role.BODY)]
        found = [f for f in find(text, published=published, sentences=alone) if f.assertion is not None]
    if not found:
        raise NoValueError(
            f"No value can be read from “{text[start:end]}”. Select the number with its unit, "
            "or make a factual claim of the words."
        )
    if len(found) > 1:
        values = "”, “".join(f.surface for f in found)
        raise NoValueError(f"The selection states more than one value (“{values}”): select one of them.")
    return found[0]


def _find_figure(sentence: Sentence, found: FoundFigure, *, by: User) -> Figure:
    """The figure row of what was found, decided by the person; raises FigureDecidedError."""
    standing = Figure.objects.select_for_update().filter(
        sentence=sentence, start__lt=found.end, end__gt=found.start
    )
    for figure in standing:
        if Claim.objects.filter(figure=figure).exists():
            raise FigureDecidedError(f"“{figure}” has a claim already: review that one.")
        if (figure.start, figure.end) != (found.start, found.end):
            raise FigureDecidedError(f"The figure “{figure}” stands there: promote that one.")
        figure.decide(figure, Disposition.CLAIM, by=by, reason="")
        return figure
    return Figure.objects.create(
        sentence=sentence,
        start=found.start,
        end=found.end,
        surface=found.surface,
        disposition=Disposition.CLAIM,
        rule="",
        decided_by=by,
        decided_at=timezone.now(),
    )


def _choose_quote(found: FoundFigure, figure: Figure, sentence: Sentence) -> tuple[int, int]:
    """The words that state it, where they hold the figure; else the figure's own words."""
    assertion = found.assertion
    if assertion is None:
        return figure.start, figure.end
    start, end = assertion.quote_start, assertion.quote_end
    holds = sentence.start <= start <= figure.start and figure.end <= end <= sentence.end
    return (start, end) if holds else (figure.start, figure.end)


def _make_numeric(
    figure: Figure, found: FoundFigure, sentence: Sentence, *, by: User, span: tuple[int, int]
) -> Claim:
    """The claim row of a found figure."""
    assertion = found.assertion
    if assertion is None:
        raise NoValueError(f"No value can be read from “{found.surface}”.")
    claim: Claim = Claim.objects.create(
        kind=Kind.NUMERIC,
        sentence=sentence,
        figure=figure,
        start=span[0],
        end=span[1],
        quote=sentence.snapshot.text[span[0] : span[1]],
        speaker=fetch_speakers([assertion.speaker]).get(assertion.speaker),
        **list_columns(assertion),
        created_by=by,
    )
    return claim
