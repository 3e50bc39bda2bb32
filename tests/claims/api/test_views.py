"""What the API shows of figures, claims, speakers, subjects, statistics and reviews."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.codelists import Disposition, Voice
from claims.models import Figure, Subject
from claims.review import Status
from tests.builders import (
    make_claim,
    make_fact,
    make_figure,
    make_publisher,
    make_quantity,
    make_reviewer,
    make_sentence,
    make_source,
    make_speaker,
    make_statistic,
    make_subject,
)

ROOT = "http://testserver/api/v1"

pytestmark = pytest.mark.django_db


def test_claim_says_in_one_read_what_is_known_of_it(api: APIClient, reviewer: User) -> None:
    text = "Between about 20 and 30 percent of the fleet was repaired in 2017, said Captain Lund."
    publisher = make_publisher("Harbour Gazette")
    source = make_source("fleet", publisher=publisher, title="The fleet", published_on=date(2018, 1, 9))
    sentence = make_sentence(text, source=source)
    speaker, subject = make_speaker("Captain Lund"), make_subject("The fleet", kind=Subject.Kind.GROUP)
    statistic = make_statistic("Repaired ships")
    quantity = make_quantity("range", "20", "30", unit="percent", approximation="about", significant_digits=2)
    claim = make_claim(
        quantity,
        sentence=sentence,
        surface="about 20 and 30 percent",
        noun="the fleet",
        period="in 2017",
        period_start=date(2017, 1, 1),
        period_end=date(2017, 12, 31),
        speaker=speaker,
        voice=Voice.PARAPHRASE,
        subject=subject,
        statistic=statistic,
        status=Status.ACCEPTED,
        by=reviewer,
    )

    body = api.get(f"/api/v1/claims/{claim.uid}/").json()

    assert body == {
        "id": str(claim.uid),
        "url": f"{ROOT}/claims/{claim.uid}/",
        "kind": "numeric",
        "quote": "about 20 and 30 percent",
        "prefix": "Between ",
        "suffix": " of the fleet was repaired in 20",
        "start": 8,
        "end": 31,
        "sentence": {"id": str(sentence.uid), "text": text, "role": "body", "start": 0, "end": 85},
        "snapshot": {
            "id": str(sentence.snapshot.uid),
            "number": 1,
            "text_sha256": sentence.snapshot.text_sha256,
        },
        "source": {
            "id": str(source.uid),
            "slug": "fleet",
            "title": "The fleet",
            "publisher": {"id": str(publisher.uid), "name": "Harbour Gazette"},
            "published_on": "2018-01-09",
        },
        "figure": {
            "id": str(Figure.objects.get().uid),
            "surface": "about 20 and 30 percent",
            "start": 8,
            "end": 31,
            "rule": "quantity",
        },
        "value": {
            "low": "20",
            "high": "30",
            "low_inclusive": True,
            "high_inclusive": True,
            "comparator": "range",
            "approximation": "about",
            "significant_digits": 2,
        },
        "unit": {"code": "percent", "dimension": "ratio", "symbol": "%"},
        "noun": "the fleet",
        "denominator": "",
        "scope": "",
        "direction": "",
        "modality": "stated",
        "period": {"text": "in 2017", "start": "2017-01-01", "end": "2017-12-31"},
        "speaker": {"id": str(speaker.uid), "name": "Captain Lund"},
        "voice": "paraphrase",
        "subject": {"id": str(subject.uid), "kind": "group", "name": "The fleet"},
        "statistic": {"id": str(statistic.uid), "name": "Repaired ships"},
        "status": "accepted",
        "status_by": "reviewer",
        "status_at": body["status_at"],
        "reviews": f"{ROOT}/reviews/?claim={claim.uid}",
        "verdict": "unchecked",
        "verdict_by": None,
        "verdict_at": None,
        "verdict_as_of": None,
        "verdict_published": False,
        "verdicts": f"{ROOT}/verdicts/?claim={claim.uid}",
        "extractor": "test",
        "created_by": None,
        "created_at": body["created_at"],
        "updated_at": body["updated_at"],
        "version": 2,
    }
    assert body["status_at"] == body["updated_at"]


def test_list_says_the_same_as_the_detail(api: APIClient) -> None:
    claim = make_claim()

    assert api.get("/api/v1/claims/").json()["results"] == [api.get(f"/api/v1/claims/{claim.uid}/").json()]


def test_factual_claim_has_no_figure_value_or_unit(api: APIClient) -> None:
    claim = make_fact()

    body = api.get(f"/api/v1/claims/{claim.uid}/").json()

    assert body["kind"] == "factual"
    assert (body["figure"], body["value"], body["unit"], body["period"]) == (None, None, None, None)


def test_claim_made_by_a_person_names_the_person(api: APIClient) -> None:
    claim = make_claim(created_by=make_reviewer("clerk"), extractor="")

    assert api.get(f"/api/v1/claims/{claim.uid}/").json()["created_by"] == "clerk"


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("4.20", "4.20"),
        ("1E+3", "1000"),
        ("1E+99", "1" + "0" * 99),
        ("1E-30", "0." + "0" * 29 + "1"),
        ("-0.5", "-0.5"),
        ("12345678901234567890.123456789012345678901", "12345678901234567890.123456789012345678901"),
    ],
)
def test_number_is_shown_in_plain_digits_without_loss(api: APIClient, stated: str, shown: str) -> None:
    claim = make_claim(make_quantity("=", stated), surface="much")

    value = api.get(f"/api/v1/claims/{claim.uid}/").json()["value"]

    assert (value["low"], value["high"]) == (shown, shown)


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [(">", "100", None), (">=", "100", None), ("<", None, "100"), ("<=", None, "100")],
)
def test_open_bound_is_null(api: APIClient, comparator: str, low: str | None, high: str | None) -> None:
    claim = make_claim(make_quantity(comparator, "100"), surface="100")

    value = api.get(f"/api/v1/claims/{claim.uid}/").json()["value"]

    assert (value["low"], value["high"]) == (low, high)
    assert value["low_inclusive"] is (comparator == ">=")
    assert value["high_inclusive"] is (comparator == "<=")


def test_bare_count_has_no_unit(api: APIClient) -> None:
    claim = make_claim(make_quantity("=", "12"), surface="12")

    assert api.get(f"/api/v1/claims/{claim.uid}/").json()["unit"] is None


def test_rate_has_a_unit_made_of_two(api: APIClient) -> None:
    claim = make_claim(make_quantity("=", "12", unit="USD/barrel"), surface="$12 a barrel")

    assert api.get(f"/api/v1/claims/{claim.uid}/").json()["unit"] == {
        "code": "USD/barrel",
        "dimension": "rate",
        "symbol": "$/bbl",
    }


def test_unit_that_the_table_no_longer_has_is_shown_by_its_code(api: APIClient) -> None:
    claim = make_claim(make_quantity("=", "12", unit="cubit"), surface="12 cubits")

    assert api.get(f"/api/v1/claims/{claim.uid}/").json()["unit"] == {
        "code": "cubit",
        "dimension": "",
        "symbol": "cubit",
    }


def test_figure_says_what_decided_it_and_leads_to_its_claim(api: APIClient) -> None:
    claim = make_claim()
    ordinal = make_figure(
        make_sentence("The 6th pier."), "6th", disposition=Disposition.ORDINAL, rule="ordinal"
    )

    figures = {row["id"]: row for row in api.get("/api/v1/figures/").json()["results"]}

    assert {str(claim.uid), None} == {row["claim"] for row in figures.values()}
    shown = figures[str(ordinal.uid)]
    assert (shown["surface"], shown["start"], shown["end"]) == ("6th", 4, 7)
    assert (shown["disposition"], shown["rule"], shown["claim"]) == ("ordinal", "ordinal", None)
    assert (shown["decided_by"], shown["decided_at"]) == (None, None)
    assert shown["sentence"]["text"] == "The 6th pier."
    assert shown["source"]["slug"] == ordinal.sentence.snapshot.source.slug


def test_speaker_subject_and_statistic_lead_to_their_claims(api: APIClient) -> None:
    speaker, subject = make_speaker("Captain Lund"), make_subject("Oslo")
    statistic = make_statistic(
        "Fleet repaired", definition="Ships repaired.", unit="percent", denominator="all ships"
    )

    for resource, row, expected in (
        ("speakers", speaker, {"name": "Captain Lund"}),
        ("subjects", subject, {"kind": "place", "name": "Oslo"}),
        (
            "statistics",
            statistic,
            {
                "name": "Fleet repaired",
                "definition": "Ships repaired.",
                "unit": {"code": "percent", "dimension": "ratio", "symbol": "%"},
                "denominator": "all ships",
            },
        ),
    ):
        body = api.get(f"/api/v1/{resource}/{row.uid}/").json()

        assert body == {
            "id": str(row.uid),
            "url": f"{ROOT}/{resource}/{row.uid}/",
            **expected,
            "claims": f"{ROOT}/claims/?{resource.removesuffix('s')}={row.uid}",
            "created_at": body["created_at"],
            "updated_at": body["updated_at"],
        }
        assert api.get(body["claims"]).status_code == 200


def test_review_says_who_moved_which_claim_from_what_to_what(api: APIClient, reviewer: User) -> None:
    claim = make_claim()
    review = claim.reject(by=reviewer, reason="It is a page number.")

    body = api.get(f"/api/v1/reviews/{review.uid}/").json()

    assert body == {
        "id": str(review.uid),
        "url": f"{ROOT}/reviews/{review.uid}/",
        "claim": {"id": str(claim.uid), "quote": "70 percent"},
        "number": 1,
        "action": "reject",
        "from_status": "proposed",
        "to_status": "rejected",
        "difference": None,
        "reason": "It is a page number.",
        "by": "reviewer",
        "at": body["at"],
    }


def test_review_says_what_a_correction_changed_by_the_paths_of_the_claim(
    api: APIClient, reviewer: User
) -> None:
    claim, speaker = make_claim(make_quantity("=", "70", unit="percent")), make_speaker("Ana Ruiz")
    claim.correct(
        by=reviewer,
        changes={"high": "75", "low": "75", "period": "by the end of 2018", "period_end": "2018-12-31"},
    )
    claim.undo(by=reviewer)
    claim.correct(by=reviewer, changes={"speaker": speaker})

    named, undone, corrected = api.get(f"/api/v1/reviews/?claim={claim.uid}").json()["results"]

    assert named["difference"] == {
        "speaker": {"before": None, "after": {"id": str(speaker.uid), "name": "Ana Ruiz"}}
    }
    assert corrected["difference"] == {
        "value.low": {"before": "70", "after": "75"},
        "value.high": {"before": "70", "after": "75"},
        "period.text": {"before": "", "after": "by the end of 2018"},
        "period.end": {"before": None, "after": "2018-12-31"},
    }
    assert undone["difference"]["value.low"] == {"before": "75", "after": "70"}
    assert api.get(corrected["url"]).json() == corrected
