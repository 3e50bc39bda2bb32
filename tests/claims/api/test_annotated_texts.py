"""The API lists every claim that people annotated in whole texts, with its sentence."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from rest_framework.test import APIClient

from tests.annotated import ANNOTATIONS, TEXTS, needs_annotated

pytestmark = [pytest.mark.django_db, needs_annotated]

Row = dict[str, Any]


def read_annotated() -> list[Row]:
    lines = ANNOTATIONS.read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]


def list_rows(api: APIClient, resource: str, **parameters: str) -> list[Row]:
    rows: list[Row] = api.get(f"/api/v1/{resource}/", {"page_size": "1000", **parameters}).json()["results"]
    return rows


def stands_at(claim: Row, annotated: Row) -> bool:
    """Whether a claim's figure shares a character with the annotated words."""
    figure: Row = claim["figure"]
    return bool(figure["start"] < annotated["end"] and annotated["start"] < figure["end"])


def states(claim: Row, annotated: Row) -> bool:
    """Whether a claim has the annotated value and comparator at the annotated place."""
    value = claim["value"]
    bounds = [None if bound is None else Decimal(bound) for bound in (value["low"], value["high"])]
    return (
        stands_at(claim, annotated)
        and bounds == [annotated["low"], annotated["high"]]
        and value["comparator"] == annotated["comparator"]
    )


def is_left_open(annotated: Row) -> bool:
    """Whether the annotators left it open if the words claim something: then they give no value."""
    return annotated["low"] is None and annotated["high"] is None


def test_every_annotated_claim_is_listed_with_its_sentence_and_no_other(api: APIClient) -> None:
    call_command("ingest", str(TEXTS), verbosity=0)
    snapshots = [api.get(row["url"]).json() for row in list_rows(api, "snapshots")]
    ids = {snapshot["text"]: snapshot["id"] for snapshot in snapshots}

    for document in read_annotated():
        text, open_to_both = document["text"], list(filter(is_left_open, document["quantities"]))
        claims = list_rows(api, "claims", snapshot=ids[text])
        for annotated in document["quantities"]:
            if annotated in open_to_both:
                continue
            (claim,) = [claim for claim in claims if states(claim, annotated)]
            claims.remove(claim)
            sentence = claim["sentence"]
            assert sentence["start"] <= annotated["start"] < annotated["end"] <= sentence["end"]
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
            assert text[claim["start"] : claim["end"]] == claim["quote"]
        assert [c["quote"] for c in claims if not any(stands_at(c, zone) for zone in open_to_both)] == []


def test_every_annotated_claim_has_the_annotated_speaker_and_period(api: APIClient) -> None:
    call_command("ingest", str(TEXTS), verbosity=0)
    snapshots = [api.get(row["url"]).json() for row in list_rows(api, "snapshots")]
    ids = {snapshot["text"]: snapshot["id"] for snapshot in snapshots}

    for document in read_annotated():
        claims = list_rows(api, "claims", snapshot=ids[document["text"]])
        for annotated in document["quantities"]:
            if is_left_open(annotated):
                continue
            (claim,) = [claim for claim in claims if states(claim, annotated)]
            assert (claim["speaker"] or {"name": None})["name"] == annotated["speaker"]
            assert (claim["period"] or {"text": None})["text"] == annotated["period"]
