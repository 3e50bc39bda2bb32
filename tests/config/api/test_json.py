"""Lists as the database builds them and as the serializers do: the same JSON, for every resource."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from rest_framework.request import Request
from rest_framework.test import APIClient, APIRequestFactory

from claims.codelists import Disposition, Voice
from claims.desk import assign
from claims.measures.units import UNITS
from claims.models import Claim, Figure
from claims.review import Action, Status
from claims.roles import ASSIGN_WORK, DECIDE_FIGURE
from claims.verdicts import Outcome, Stance
from config.api.urls import router
from sources.api.resources import ListViewSet
from sources.models.names import clean_name
from tests.builders import (
    make_claim,
    make_exhibit,
    make_fact,
    make_figure,
    make_judge,
    make_judgement,
    make_person,
    make_publisher,
    make_quantity,
    make_reviewer,
    make_sentence,
    make_snapshot,
    make_source,
    make_speaker,
    make_statistic,
    make_subject,
    make_user,
    move_claim,
)
from tests.clients import call_as

ODD = '“Æøå”\t\\ "x" \u2028 🙂 \x7f é </script> %s %% {0} \u200d'
"""What JSON, SQL and formats have to escape, or must leave alone."""

ODD_NAME = clean_name(ODD)
"""The same as far as a name may have it."""

pytestmark = pytest.mark.django_db

VIEWS = {prefix: view for prefix, view, _ in router.registry if issubclass(view, ListViewSet)}


def read_by_serializer(resource: str, parameters: str = "") -> Any:
    """The page as the resource's serializer writes it, row by row."""
    view: Any = VIEWS[resource](action="list", format_kwarg=None)
    request = Request(APIRequestFactory().get(f"/api/v1/{resource}/?{parameters}"))
    view.request, view.args, view.kwargs = request, (), {}
    rows = view.filter_queryset(view.get_queryset())
    page = view.paginate_queryset(rows)
    data = view.get_paginated_response(view.get_serializer(page, many=True).data).data
    return json.loads(json.dumps(data, default=str))


def check_both(api: APIClient, resource: str, parameters: str = "") -> Any:
    """The page, once both ways agree; key by key in the same order."""
    by_database = api.get(f"/api/v1/{resource}/?{parameters}")
    assert by_database.status_code == 200, by_database.json()
    by_serializer = read_by_serializer(resource, parameters)
    assert by_database.json() == by_serializer
    for one, other in zip(by_database.json()["results"], by_serializer["results"], strict=True):
        assert list(one) == list(other)
    return by_database.json()


def make_claims() -> list[Claim]:
    """Every kind of claim: all comparators, bare counts, rates, unknown units, long numbers, facts."""
    publisher = make_publisher(f"Gazette {ODD_NAME}", home_page="https://example.org/?a=1&b=2")
    source = make_source("odd", publisher=publisher, title=ODD, published_on=date(2018, 1, 9), kind="post")
    unknown = make_source("unknown", publisher=None, language="", published_on=None)
    sentence = make_sentence(f"{ODD} 70 percent {ODD}", source=source)
    speaker, subject = make_speaker(ODD_NAME), make_subject(ODD_NAME)
    statistic = make_statistic(ODD_NAME, definition=ODD, unit="USD/barrel", denominator=ODD)
    numbers = ("4.20", "1E+3", "1E+99", "1E-30", "-0.5", "0", "12345678901234567890.1234567890123456789")
    return [
        make_claim(
            sentence=sentence,
            speaker=speaker,
            subject=subject,
            statistic=statistic,
            noun=ODD,
            denominator=ODD,
            scope=ODD,
            direction="up by",
            modality="forecast",
            period=ODD,
            period_start=date(1, 1, 1),
            period_end=date(9999, 12, 31),
            voice=Voice.QUOTE,
        ),
        make_claim(period="since 2010", period_start=date(2010, 1, 1), created_by=make_judge("clerk")),
        make_fact(make_sentence(ODD.strip(), source=unknown)),
        *(make_claim(make_quantity("=", number), surface="much") for number in numbers),
        *(make_claim(make_quantity(sign, "100", unit="kilometre/hour")) for sign in (">", ">=", "<", "<=")),
        make_claim(make_quantity("range", "20", "30", unit="USD/share", approximation="about")),
        make_claim(make_quantity("=", "12", unit="cubit")),
    ]


def make_record() -> None:
    """Rows of every resource, with and without all that a row may lack."""
    claims = make_claims()
    moved = make_claim(status=Status.ACCEPTED)
    move_claim(moved, Action.REOPEN, reason=ODD)
    moved.correct(by=make_judge("editor"), changes={"noun": "ships"}, reason=ODD)
    judge, second = make_judge("jana"), make_judge("bela")
    exhibits = (
        make_exhibit(sentence=claims[0].sentence, link="", note=ODD),
        make_exhibit(stance=Stance.CONTEXT, link="https://example.org/é?a=1"),
    )
    verdict = moved.give_verdict(make_judgement(rationale=ODD, evidence=exhibits), by=judge)
    verdict.confirm(by=second)
    moved.give_verdict(make_judgement(Outcome.UNVERIFIABLE, evidence=()), by=second)
    withdrawn = make_claim(status=Status.ACCEPTED)
    withdrawn.give_verdict(make_judgement(), by=judge)
    withdrawn.withdraw_verdict(by=judge, reason=ODD)
    make_figure(make_sentence("The 6th pier."), "6th", disposition=Disposition.ORDINAL).dismiss(
        by=make_person(DECIDE_FIGURE), reason=ODD, disposition=Disposition.NAME
    )
    make_snapshot(
        f"One line.\r\nAnother {ODD} line.\n\n\tThe third.", encoding="cp1252", encoding_detected=True
    )
    make_statistic("bare")
    editor, assignee = make_person(ASSIGN_WORK, username="edith"), make_reviewer("ann")
    assign(assignee, by=editor, unit="USD/barrel", note=ODD)
    source, speaker = claims[0].sentence.snapshot.source, claims[0].speaker
    done = assign(assignee, by=editor, source=source, speaker=speaker, statistic=claims[0].statistic)
    done.end(by=assignee)
    for gone in (make_claim(), make_claim()):
        gone.delete()
        Figure.objects.filter(claim=None, pk=gone.figure_id or 0).delete()


@pytest.fixture
def api() -> APIClient:
    """A client of somebody who may read everything."""
    return call_as(make_user("looker"))


@pytest.fixture
def record() -> None:
    make_record()


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("resource", VIEWS)
def test_both_ways_say_the_same(api: APIClient, resource: str) -> None:
    assert check_both(api, resource, "page_size=1000")["results"]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("resource", VIEWS)
def test_both_ways_cut_the_same_pages(api: APIClient, resource: str) -> None:
    first = check_both(api, resource, "page_size=1&count=true")
    assert first["count"] >= 1
    if first["next"]:
        second = check_both(api, resource, first["next"].partition("?")[2])
        check_both(api, resource, second["previous"].partition("?")[2])


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("resource", "expand"),
    [
        ("claims", "source,snapshot,speaker,subject,statistic,reviews,verdicts"),
        ("verdicts", "evidence"),
        ("snapshots", "source"),
        ("sources", "publisher"),
        ("sentences", "source,snapshot"),
        ("figures", "source,snapshot"),
    ],
)
def test_both_ways_expand_the_same(api: APIClient, resource: str, expand: str) -> None:
    rows = check_both(api, resource, f"expand={expand}")["results"]

    assert all(list(row["expanded"]) == expand.split(",") for row in rows)


@pytest.mark.usefixtures("record")
def test_both_ways_show_the_same_fields(api: APIClient) -> None:
    rows = check_both(api, "claims", "fields=value,id,unit")["results"]

    assert {tuple(row) for row in rows} == {("id", "value", "unit")}


@pytest.mark.parametrize("confirm", [True, False])
@pytest.mark.usefixtures("record")
def test_both_ways_publish_the_same_verdicts(api: APIClient, settings: Any, confirm: bool) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = confirm

    check_both(api, "claims")
    check_both(api, "verdicts", "published=true")


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2026, 1, 1, 12, 30, 5, 120, tzinfo=UTC),
        datetime(1999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2026, 7, 1, 0, 30, tzinfo=UTC) - timedelta(microseconds=1),
    ],
)
def test_both_ways_write_a_moment_the_same(api: APIClient, moment: datetime) -> None:
    claim = make_claim()
    Claim.objects.filter(pk=claim.pk).update(updated_at=moment)

    row = check_both(api, "claims")["results"][0]

    assert row["updated_at"] == moment.isoformat().replace("+00:00", "Z")


def test_database_writes_every_unit_as_the_table_does(api: APIClient) -> None:
    for code in [*UNITS, "USD/barrel", "metre/second", "percent/year", "kilogram/", "/hour", "cubit/day"]:
        make_statistic(f"in {code}", unit=code)

    assert len(check_both(api, "statistics", "page_size=1000")["results"]) > 500
