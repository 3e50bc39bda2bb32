"""The reviewers' agreement as the API tells it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.agreement import plant
from claims.review import Status
from claims.roles import ASK_SECOND_PASS
from claims.second_pass import decide
from sources.models import Source
from tests.builders import (
    make_claim,
    make_person,
    make_reviewer,
    make_second_pass,
    make_sentence,
    make_source,
)

pytestmark = pytest.mark.django_db
URL = "/api/v1/agreement/"


def decide_twice(first: User, second: User, status: Status, *, source: Source, **changes: Any) -> None:
    """A claim of a source that the first person accepts and the second decides about without seeing it."""
    sentence = make_sentence(f"In hall {source.snapshots.count()} it was 70 percent.", source=source)
    claim = make_claim(sentence=sentence, status=Status.ACCEPTED, by=first)
    waiting = make_second_pass(claim)
    decide(waiting, status, by=second, changes=changes)


@pytest.fixture
def decided(db: None) -> Source:
    """Ann and Ben agree on one claim and differ in the unit of another; Ben rejects what Cy accepts."""
    ann, ben, cy = (make_reviewer(name) for name in ("ann", "ben", "cy"))
    harbour, other = make_source("harbour"), make_source("other")
    decide_twice(ann, ben, Status.ACCEPTED, source=harbour)
    decide_twice(ann, ben, Status.ACCEPTED, source=other, unit="")
    decide_twice(cy, ben, Status.REJECTED, source=other)
    return harbour


def test_without_decisions_nothing_is_known(api: APIClient) -> None:
    assert api.get(URL).json() == {
        "decisions": 0, "kappa": None, "value": None, "unit": None, "comparator": None, "period": None,
        "by_pair": [], "by_source": [],
    }  # fmt: skip


@pytest.mark.usefixtures("decided")
def test_agreement_is_told_over_all_by_pair_and_by_source(api: APIClient) -> None:
    answer = api.get(URL).json()

    # First all accept; second two of three: observed 2/3, by chance 2/3, so kappa is 0.
    assert (answer["decisions"], answer["kappa"], answer["value"], answer["unit"]) == (3, 0.0, 1.0, 0.5)
    assert [(p["first"], p["second"], p["decisions"], p["unit"]) for p in answer["by_pair"]] == [
        ("ann", "ben", 2, 0.5),
        ("cy", "ben", 1, None),
    ]
    assert [(s["source"]["slug"], s["decisions"], s["unit"]) for s in answer["by_source"]] == [
        ("other", 2, 0.0),
        ("harbour", 1, 1.0),
    ]


@pytest.mark.parametrize(
    ("query", "decisions"),
    [
        ({"first": "ann"}, 2),
        ({"first": "ann", "second": "ben"}, 2),
        ({"second": "cy"}, 0),
        ({"first": "nobody"}, 0),
        ({"source": "harbour"}, 1),
        ({"source": "other", "first": "cy"}, 1),
    ],
)
@pytest.mark.usefixtures("decided")
def test_agreement_is_narrowed_down(api: APIClient, query: dict[str, str], decisions: int) -> None:
    assert api.get(URL, query).json()["decisions"] == decisions


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize("of", ["first", "second"])
def test_people_are_looked_up_before_their_decisions(api: APIClient, of: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        api.get(URL, {of: "ben"})

    by_name = [query["sql"] for query in queries if "'ben'" in query["sql"]]
    assert len(by_name) == 1
    assert "second" not in by_name[0]


def test_a_source_may_be_named_by_its_id(api: APIClient, decided: Source) -> None:
    assert api.get(URL, {"source": str(decided.uid)}).json()["decisions"] == 1


@pytest.mark.parametrize("query", [{"pair": "ann"}, {"source": "no slug!"}, {"cursor": "x"}])
def test_what_is_no_filter_is_refused(api: APIClient, query: dict[str, str]) -> None:
    answer = api.get(URL, query)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")


@pytest.mark.usefixtures("decided")
def test_known_claims_do_not_count(api: APIClient) -> None:
    newcomer = make_reviewer("newcomer")
    (planted,) = plant(newcomer, 1, by=make_person(ASK_SECOND_PASS))
    decide(planted, Status.REJECTED, by=newcomer)
    assert api.get(URL).json()["decisions"] == 3


@pytest.mark.usefixtures("decided")
def test_the_figures_cost_as_many_queries_however_many_decisions(
    api: APIClient, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(5):
        api.get(URL)


def test_nobody_changes_it_here(reviewer_api: APIClient) -> None:
    assert reviewer_api.post(URL, {}).status_code == 405
