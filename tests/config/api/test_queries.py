"""How many queries a request makes: as many for twenty rows as for one."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from claims.desk import assign
from claims.models import Assignment, Claim, Evidence, Figure, Review, Verdict
from claims.review import Status
from claims.roles import ASSIGN_WORK
from sources.models import Sentence, Snapshot, Source
from sources.models.identity import Identified
from tests.builders import (
    count_next,
    make_claim,
    make_exhibit,
    make_judge,
    make_judgement,
    make_person,
    make_publisher,
    make_reviewer,
    make_sentence,
    make_speaker,
    make_statistic,
    make_subject,
    make_token,
)

Build = Callable[[], Identified]


def make_full_claim() -> Claim:
    """A claim with everything that a claim can be related to."""
    reviewer = make_reviewer()
    return make_claim(
        speaker=make_speaker(),
        subject=make_subject(),
        statistic=make_statistic(unit="percent"),
        period="in 2017",
        created_by=reviewer,
        status=Status.ACCEPTED,
        by=reviewer,
    )


def make_full_figure() -> Figure:
    figure = make_full_claim().figure
    assert figure is not None
    return figure


def make_full_review() -> Review:
    return make_full_claim().reviews.get()


def make_full_verdict() -> Verdict:
    """A verdict that a second person stands by, with evidence on the record."""
    exhibit = make_exhibit(sentence=make_sentence("In truth 61 came."), link="")
    judge, second = (make_judge(f"judge-{count_next(User)}-{name}") for name in ("first", "second"))
    verdict = make_full_claim().give_verdict(make_judgement(evidence=(exhibit,)), by=judge)
    verdict.confirm(by=second)
    return verdict


def make_full_evidence() -> Evidence:
    return make_full_verdict().evidence.get()


def make_full_sentence() -> Sentence:
    return make_full_claim().sentence


def make_full_snapshot() -> Snapshot:
    return make_full_sentence().snapshot


def make_full_source() -> Source:
    return make_full_snapshot().source


def make_full_assignment() -> Assignment:
    claim = make_full_claim()
    source, editor = claim.sentence.snapshot.source, make_person(ASSIGN_WORK, username=f"e{claim.pk}")
    assignee = make_reviewer(f"r{claim.pk}")
    return assign(assignee, by=editor, source=source, speaker=claim.speaker, statistic=claim.statistic)


BUILDERS: dict[str, Build] = {
    "publishers": make_publisher,
    "sources": make_full_source,
    "snapshots": make_full_snapshot,
    "sentences": make_full_sentence,
    "figures": make_full_figure,
    "claims": make_full_claim,
    "speakers": make_speaker,
    "subjects": make_subject,
    "statistics": lambda: make_statistic(unit="percent"),
    "reviews": make_full_review,
    "verdicts": make_full_verdict,
    "evidence": make_full_evidence,
    "assignments": make_full_assignment,
}

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize(("resource", "build"), BUILDERS.items(), ids=BUILDERS),
]


@pytest.fixture
def api(resource: str) -> APIClient:
    """A client, logged in where the resource asks for it."""
    client = APIClient()
    if resource == "assignments":
        client.force_authenticate(make_reviewer("looker"))
    return client


def count_queries(api: APIClient, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = api.get(path)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize("rows", [1, 20])
def test_list_is_one_query(api: APIClient, resource: str, build: Build, rows: int) -> None:
    for _ in range(rows):
        build()

    assert count_queries(api, f"/api/v1/{resource}/") == 1


def test_detail_is_one_query(api: APIClient, resource: str, build: Build) -> None:
    row = build()

    assert count_queries(api, f"/api/v1/{resource}/{row.uid}/") == 1


def test_token_costs_one_query_more(resource: str, build: Build) -> None:
    build()
    plain = make_token(make_reviewer(), last_used_at=timezone.now())
    api = APIClient()
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {plain}")

    assert count_queries(api, f"/api/v1/{resource}/") == 2


def test_nothing_is_counted_for_a_list(api: APIClient, resource: str, build: Build) -> None:
    build()
    with CaptureQueriesContext(connection) as queries:
        api.get(f"/api/v1/{resource}/")

    assert "COUNT(" not in queries.captured_queries[0]["sql"]


EXPANSIONS = {"claims": {"reviews", "verdicts"}, "verdicts": {"evidence"}}
"""What is expanded into many rows, and costs a detail one query more each."""


def test_expanded_list_is_one_query(api: APIClient, resource: str, build: Build) -> None:
    build()
    names = list_expansions(api, resource)

    assert count_queries(api, f"/api/v1/{resource}/?expand={','.join(names)}") == 1


def test_expanded_detail_is_one_query_and_one_for_each_list_in_it(
    api: APIClient, resource: str, build: Build
) -> None:
    row, names = build(), list_expansions(api, resource)

    queries = count_queries(api, f"/api/v1/{resource}/{row.uid}/?expand={','.join(names)}")

    assert queries == 1 + len(EXPANSIONS.get(resource, ()))


def list_expansions(api: APIClient, resource: str) -> list[str]:
    """What a resource can be asked to expand, as it tells somebody who asks for what is not there."""
    refusal = api.get(f"/api/v1/{resource}/?expand=x").json()["detail"]
    return refusal.rpartition("Known are: ")[2].rstrip(".").split(", ") if "Known are" in refusal else []
