"""How the lists of figures, claims, speakers, subjects, statistics and reviews are narrowed down."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.codelists import Disposition, Voice
from claims.models import Claim, Subject
from claims.review import Action, Status
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
    move_claim,
)

pytestmark = pytest.mark.django_db


def find(api: APIClient, resource: str, **parameters: object) -> set[str]:
    """The ids of the rows that a list gives."""
    answer = api.get(f"/api/v1/{resource}/", {name: str(value) for name, value in parameters.items()})
    assert answer.status_code == 200, answer.json()
    return {row["id"] for row in answer.json()["results"]}


def test_claims_by_what_they_are(api: APIClient) -> None:
    wanted = make_claim(
        make_quantity(">", "5", unit="kilometre"),
        surface="more than 5 km",
        noun="Coastal road",
        denominator="All traffic",
        voice=Voice.QUOTE,
        status=Status.ACCEPTED,
    )
    make_claim(noun="ships")

    for parameters in (
        {"status": "accepted"},
        {"unit": "kilometre"},
        {"comparator": ">"},
        {"noun": "ROAD"},
        {"denominator": "traffic"},
        {"voice": "quote"},
        {"status": "accepted", "unit": "kilometre", "voice": "quote"},
    ):
        assert find(api, "claims", **parameters) == {str(wanted.uid)}, parameters
    assert find(api, "claims", status="rejected") == set()
    assert find(api, "claims", status="proposed", unit="kilometre") == set()


def test_claims_by_kind(api: APIClient) -> None:
    fact, number = make_fact(), make_claim()

    assert find(api, "claims", kind="factual") == {str(fact.uid)}
    assert find(api, "claims", kind="numeric") == {str(number.uid)}


def test_claims_by_where_they_stand(api: APIClient) -> None:
    publisher = make_publisher()
    source = make_source("port", publisher=publisher)
    sentence = make_sentence("It has 70 percent.", source=source)
    wanted = make_claim(sentence=sentence)
    make_claim()

    for parameters in (
        {"sentence": sentence.uid},
        {"snapshot": sentence.snapshot.uid},
        {"source": "port"},
        {"source": source.uid},
        {"publisher": publisher.uid},
    ):
        assert find(api, "claims", **parameters) == {str(wanted.uid)}, parameters
    assert find(api, "claims", source="nowhere") == set()


def test_claims_by_who_and_what_about(api: APIClient) -> None:
    speaker, subject, statistic = make_speaker("Captain Lund"), make_subject("Oslo"), make_statistic("Ships")
    wanted = make_claim(speaker=speaker, subject=subject, statistic=statistic)
    make_claim(speaker=make_speaker("The mayor"))

    for parameters in (
        {"speaker": speaker.uid},
        {"subject": subject.uid},
        {"statistic": statistic.uid},
        {"speaker": "lund"},
        {"subject": "oslo"},
        {"statistic": "ships"},
    ):
        assert find(api, "claims", **parameters) == {str(wanted.uid)}, parameters


def test_claims_by_day_of_their_source(api: APIClient) -> None:
    early, late = (
        make_claim(
            sentence=make_sentence("It has 70 percent.", source=make_source(published_on=date(2020, 5, day)))
        )
        for day in (1, 2)
    )
    make_claim()

    assert find(api, "claims", published_after="2020-05-02") == {str(late.uid)}
    assert find(api, "claims", published_before="2020-05-01") == {str(early.uid)}


def test_claims_by_moment(api: APIClient) -> None:
    moment = datetime(2021, 6, 1, 12, tzinfo=UTC)
    old, new = make_claim(), make_claim()
    Claim.objects.filter(pk=old.pk).update(created_at=moment, updated_at=moment)
    later = (moment + timedelta(seconds=1)).isoformat()

    for begins, ends in (("created_after", "created_before"), ("updated_since", "updated_before")):
        assert find(api, "claims", **{ends: moment.isoformat()}) == {str(old.uid)}
        assert find(api, "claims", **{begins: moment.isoformat()}) == {str(old.uid), str(new.uid)}
        assert find(api, "claims", **{begins: later}) == {str(new.uid)}


def test_claim_that_was_moved_has_been_updated_since(api: APIClient) -> None:
    claim, other = make_claim(), make_claim()
    Claim.objects.update(updated_at=datetime(2021, 6, 1, tzinfo=UTC))

    move_claim(claim, Action.ACCEPT)

    assert find(api, "claims", updated_since="2021-06-02") == {str(claim.uid)}
    assert find(api, "claims", updated_before="2021-06-02") == {str(other.uid)}


def test_figures_by_place_and_outcome(api: APIClient) -> None:
    sentence = make_sentence("The 6th pier has 70 lamps.", source=make_source("pier"))
    ordinal = make_figure(sentence, "6th", disposition=Disposition.ORDINAL, rule="ordinal", extractor="2")
    number = make_figure(sentence, "70")
    make_figure()

    for parameters in ({"disposition": "ordinal"}, {"rule": "ordinal"}, {"extractor": "2"}):
        assert find(api, "figures", **parameters) == {str(ordinal.uid)}, parameters
    for parameters in (
        {"sentence": str(sentence.uid)},
        {"snapshot": str(sentence.snapshot.uid)},
        {"source": "pier"},
    ):
        assert find(api, "figures", **parameters) == {str(ordinal.uid), str(number.uid)}, parameters


def test_names_by_words_in_them(api: APIClient) -> None:
    speaker, subject = make_speaker("Captain Lund"), make_subject("Old Lund", kind=Subject.Kind.EVENT)
    statistic = make_statistic("Lund's lamps", unit="percent")
    make_speaker("Mayor"), make_subject("Oslo"), make_statistic("Ships")

    assert find(api, "speakers", name="lund") == {str(speaker.uid)}
    assert find(api, "subjects", name="lund") == {str(subject.uid)}
    assert find(api, "subjects", kind="event") == {str(subject.uid)}
    assert find(api, "statistics", name="lund") == {str(statistic.uid)}
    assert find(api, "statistics", unit="percent") == {str(statistic.uid)}


def test_reviews_by_claim_person_move_and_moment(api: APIClient, reviewer: User) -> None:
    claim = make_claim()
    first = move_claim(make_claim(), Action.ACCEPT, by=make_reviewer("other"))
    second = move_claim(claim, Action.REJECT, by=reviewer)

    for parameters in (
        {"claim": claim.uid},
        {"by": "reviewer"},
        {"action": "reject"},
        {"to_status": "rejected"},
        {"at_after": second.at.isoformat()},
    ):
        assert find(api, "reviews", **parameters) == {str(second.uid)}, parameters
    assert find(api, "reviews", at_before=first.at.isoformat()) == {str(first.uid)}
    assert find(api, "reviews", from_status="proposed") == {str(first.uid), str(second.uid)}


@pytest.mark.parametrize(
    ("resource", "parameter", "value"),
    [
        ("claims", "status", "done"),
        ("claims", "kind", "NUMERIC"),
        ("claims", "comparator", "=="),
        ("claims", "voice", "loud"),
        ("claims", "unit", "percnt"),
        ("claims", "sentence", "5"),
        ("claims", "updated_since", "yesterday"),
        ("claims", "published_after", "2020"),
        ("figures", "disposition", "number"),
        ("subjects", "kind", "thing"),
        ("statistics", "unit", "%"),
        ("reviews", "action", "delete"),
        ("reviews", "claim", "1"),
    ],
)
def test_value_that_cannot_be_is_refused(api: APIClient, resource: str, parameter: str, value: str) -> None:
    answer = api.get(f"/api/v1/{resource}/", {parameter: value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [parameter]


@pytest.mark.parametrize(
    ("resource", "parameter", "value", "mended"),
    [
        ("claims", "published_after", "2018", "Write a day such as 2018-05-13."),
        ("sources", "published_before", "05/13/2018", "Write a day such as 2018-05-13."),
        ("verdicts", "as_of_after", "13 May 2018", "Write a day such as 2018-05-13."),
        (
            "claims",
            "updated_since",
            "2018-05-13T10:15:00 02:00",
            "Write a moment such as 2018-05-13T10:15:00Z",
        ),
        ("reviews", "at_after", "noon", "the + of an offset is %2B in an address"),
        ("evidence", "verdict", "17", "Write an id as rows have it, such as 01a19be4-"),
    ],
)
def test_what_cannot_be_read_is_told_how_it_is_written(
    api: APIClient, resource: str, parameter: str, value: str, mended: str
) -> None:
    answer = api.get(f"/api/v1/{resource}/", {parameter: value})

    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == (parameter, "invalid")
    assert mended in error["detail"]


@pytest.mark.parametrize(
    ("parameter", "value", "written"),
    [
        ("created_after", "2030-01-01T10:00:00Z", "'2030-01-01 10:00:00+00:00'::timestamptz"),
        ("updated_since", "2030-01-01T10:00:00Z", "'2030-01-01 10:00:00+00:00'::timestamptz"),
        ("published_before", "2030-01-01", "'2030-01-01'::date"),
        ("verdict", "refuted", "'refuted'"),
        ("modality", "denied", "'denied'"),
        ("language", "fr", "('fr')"),
        ("speaker", "50% o'clock", "'50% o''clock'"),
        ("noun", "kingfishers", "'kingfishers'"),
    ],
)
def test_planner_is_told_what_is_asked(api: APIClient, parameter: str, value: str, written: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert find(api, "claims", **{parameter: value}) == set()

    assert written in queries.captured_queries[0]["sql"]


def test_claims_made_since_a_moment_have_an_index() -> None:
    recent = Claim.objects.filter(created_at__gte=datetime(2030, 1, 1, tzinfo=UTC)).order_by()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert "claim_by_making" in recent.explain()
