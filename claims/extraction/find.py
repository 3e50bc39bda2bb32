"""Finds every figure of a text and what it claims."""

from collections.abc import Sequence
from datetime import date

from claims.codelists import Disposition, Voice
from claims.extraction.attribution.voices import HEADLINES, Attribution, Voices
from claims.extraction.capitals import Capitals
from claims.extraction.context.changes import add_changes
from claims.extraction.context.conversions import add_conversions
from claims.extraction.context.periods import add_periods
from claims.extraction.context.stances import add_stances
from claims.extraction.context.wholes import add_wholes
from claims.extraction.drafts import Draft
from claims.extraction.findings import Assertion, FoundFigure
from claims.extraction.reading import read_sentence
from claims.extraction.tokens import Tokens, cut_windows, lower, tokenise
from claims.measures.periods import Period
from claims.measures.quantity import Quantity
from sources.sentences import Role, SentenceSpan, split


def find(
    text: str, *, published: date | None = None, sentences: Sequence[SentenceSpan] | None = None
) -> list[FoundFigure]:
    """Every figure of a text in order, each inside one sentence; claims carry what they assert.

    published: the day the text came out, which gives "last year" its days.
    sentences: the text's sentences where they are known; else they are cut here.
    """
    lowered = lower(text)
    capitals = Capitals(text, lowered)
    voices = Voices()
    carried: Period | None = None
    ended = 0
    figures: list[FoundFigure] = []
    waiting: list[int] = []
    for sentence in split(text) if sentences is None else sentences:
        for start, end in cut_windows(text, sentence.start, sentence.end):
            tokens = tokenise(text, lowered, start, end)
            voices.read(tokens, sentence.role)
            tokens = capitals.calm(tokens)
            drafts = read_sentence(tokens)
            if "\n" in text[ended:start]:
                carried = None
            carried, ended = add_periods(tokens, drafts, published, carried), end
            if drafts:
                add_wholes(tokens, drafts)
                add_changes(tokens, drafts)
                add_stances(tokens, drafts, headline=sentence.role in HEADLINES)
                add_conversions(tokens, drafts)
            for place in waiting if voices.settled else ():
                figures[place] = _quote(figures[place], voices.settled)
            waiting = [] if voices.settled or not voices.is_open else waiting
            if voices.is_open:
                waiting += [len(figures) + at for at, draft in enumerate(drafts) if _waits(draft, voices)]
            figures += [_build(text, tokens, draft, sentence, voices) for draft in drafts]
    return [
        figure if figure.assertion is None else _name_speaker(figure, figure.assertion, voices)
        for figure in figures
    ]


def _waits(draft: Draft, voices: Voices) -> bool:
    return draft.disposition is Disposition.CLAIM and voices.is_waiting(draft.core_end - 1)


def _quote(figure: FoundFigure, speaker: str) -> FoundFigure:
    """A figure of a quotation whose speaker was named when it closed."""
    if figure.assertion is None:
        return figure
    return figure._replace(assertion=figure.assertion._replace(speaker=speaker, voice=Voice.QUOTE))


def _name_speaker(figure: FoundFigure, assertion: Assertion, voices: Voices) -> FoundFigure:
    """A figure whose speaker was told by a role gets the name that the text gives elsewhere."""
    if not assertion.speaker:
        return figure
    speaker = voices.resolve(assertion.speaker)
    if speaker == assertion.speaker:
        return figure
    return figure._replace(assertion=assertion._replace(speaker=speaker))


def _build(text: str, tokens: Tokens, draft: Draft, sentence: SentenceSpan, voices: Voices) -> FoundFigure:
    start, end = tokens.starts[draft.first], tokens.ends[draft.end - 1]
    disposition, rule = draft.disposition, draft.rule
    if sentence.role is Role.FURNITURE and text[start:end] != text.strip():
        disposition, rule = Disposition.FURNITURE, "furniture-line"
    claims = disposition is Disposition.CLAIM
    assertion = _assert(draft, sentence, voices.attribute(draft.core_end - 1)) if claims else None
    return FoundFigure(start, end, text[start:end], disposition, rule, assertion)


def _assert(draft: Draft, sentence: SentenceSpan, attribution: Attribution) -> Assertion:
    quantity = Quantity(
        low=draft.low,
        high=draft.high,
        low_inclusive=draft.low is not None and draft.low_inclusive,
        high_inclusive=draft.high is not None and draft.high_inclusive,
        comparator=draft.comparator,
        approximation=draft.approximation,
        significant_digits=draft.numeral.digits if draft.numeral else None,
        unit=draft.unit,
    )
    return Assertion(
        quantity=quantity,
        noun=draft.noun,
        denominator=draft.denominator,
        quote_start=sentence.start,
        quote_end=sentence.end,
        speaker=attribution.speaker,
        voice=attribution.voice,
        period=draft.period,
        change=draft.change,
        modality=draft.modality,
        scope=draft.scope,
    )
