"""A claim as a W3C Web Annotation: a quote of a text, and what it states.

https://www.w3.org/TR/annotation-model/
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claims.models import Claim
from claims.plain import write_moment, write_number

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a claim's annotation, the claim itself and the text that it quotes are read."""

    annotation: str
    claim: str
    snapshot: str


def describe_annotation(claim: Any, place: Place) -> dict[str, Any]:
    """The annotation of a claim that was read `with_quote_context`."""
    described = {
        "@context": CONTEXT,
        "id": place.annotation,
        "type": "Annotation",
        "motivation": "describing",
        "created": write_moment(claim.created_at),
        "modified": write_moment(claim.updated_at),
        "body": list(_describe_bodies(claim)),
        "target": _describe_target(claim, place),
        "canonical": f"urn:uuid:{claim.uid}",
    }
    if claim.created_by is not None:
        described["creator"] = {"type": "Person", "nickname": claim.created_by.get_username()}
    if claim.extractor:
        described["generator"] = {"type": "Software", "name": f"Onrecord extractor {claim.extractor}"}
    return described


def describe_page(annotations: list[dict[str, Any]], *, address: str, **links: str | None) -> dict[str, Any]:
    """An AnnotationPage of annotations, with links to the collection and to the pages beside it."""
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        **{name: link for name, link in links.items() if link},
        "items": [{name: part for name, part in a.items() if name != "@context"} for a in annotations],
    }


def describe_collection(page: dict[str, Any], *, address: str) -> dict[str, Any]:
    """The AnnotationCollection of a list, with its first page inside."""
    first = {name: part for name, part in page.items() if name not in ("@context", "partOf")}
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": "Claims on the record",
        "first": first,
    }


def _describe_bodies(claim: Claim) -> Iterable[dict[str, str]]:
    """What is stated: in words for people, and as data for programs."""
    yield {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": put_into_words(claim),
    }
    if claim.comparator:
        yield {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": json.dumps(describe_value(claim), ensure_ascii=False),
        }


def describe_value(claim: Claim) -> dict[str, Any]:
    """The value of a numeric claim; its numbers are strings of plain digits, as everywhere."""
    return {
        "low": None if claim.low is None else write_number(claim.low),
        "high": None if claim.high is None else write_number(claim.high),
        "low_inclusive": claim.low_inclusive,
        "high_inclusive": claim.high_inclusive,
        "comparator": claim.comparator,
        "unit": claim.unit,
        "noun": claim.noun,
    }


def put_into_words(claim: Claim) -> str:
    """The value in mathematicians' brackets with its unit and noun; the quote of a factual claim."""
    if not claim.comparator:
        return claim.quote
    if claim.low is not None and claim.low == claim.high:
        stated = write_number(claim.low)
    else:
        low, high = ("" if bound is None else write_number(bound) for bound in (claim.low, claim.high))
        stated = f"{'[' if claim.low_inclusive else '('}{low}, {high}{']' if claim.high_inclusive else ')'}"
    return " ".join(filter(None, (stated, claim.unit, claim.noun)))


def _describe_target(claim: Any, place: Place) -> dict[str, Any]:
    """The quote in its text: as a quote with its surroundings, and as a span of code points."""
    snapshot = claim.sentence.snapshot
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": snapshot.source.url or place.snapshot,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.quote,
                "prefix": claim.prefix,
                "suffix": claim.suffix,
            },
            {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
        ],
    }
    if snapshot.source.url:
        # The page may have changed since: the span counts in the text as it was read, which is kept.
        target["state"] = {
            "type": "TimeState",
            "sourceDate": write_moment(snapshot.read_at),
            "cached": place.snapshot,
        }
    return target
