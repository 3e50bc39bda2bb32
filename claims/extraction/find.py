"""Finds every figure of a text and what it claims."""

from collections.abc import Sequence
from datetime import date

from claims.codelists import Disposition, Voice
from claims.extraction.drafts import Draft
from claims.extraction.findings import Assertion, FoundFigure
from claims.extraction.reading import read_sentence
from claims.extraction.tokens import Tokens, lower, tokenise
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
    figures: list[FoundFigure] = []
    for sentence in split(text) if sentences is None else sentences:
        tokens = tokenise(text, lowered, sentence.start, sentence.end)
        drafts = read_sentence(tokens)
        for draft in drafts:
            figures.append(_build(tokens, draft, sentence))
    return figures


def _build(tokens: Tokens, draft: Draft, sentence: SentenceSpan) -> FoundFigure:
    start, end = tokens.starts[draft.first], tokens.ends[draft.end - 1]
    disposition, rule = draft.disposition, draft.rule
    if sentence.role is Role.FURNITURE:
        disposition, rule = Disposition.FURNITURE, "furniture-line"
    return FoundFigure(
        start=start,
        end=end,
        surface=tokens.text[start:end],
        disposition=disposition,
        rule=rule,
        assertion=_assert(draft, sentence) if disposition is Disposition.CLAIM else None,
    )


def _assert(draft: Draft, sentence: SentenceSpan) -> Assertion:
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
        voice=Voice.OWN,
    )
