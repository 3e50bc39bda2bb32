"""What a copy of the record has to forget: the ids of claims and figures that are gone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.harvest import harvest
from claims.models import Claim, Figure
from tests.builders import make_claim, make_snapshot

DELETED_CLAIMS, DELETED_FIGURES = "/api/v1/claims/deleted/", "/api/v1/figures/deleted/"

pytestmark = pytest.mark.django_db


def list_ids(api: APIClient, address: str, **parameters: str) -> list[str]:
    answer = api.get(address, parameters)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


def test_claim_that_a_newer_reading_replaced_is_told_with_its_moment(api: APIClient) -> None:
    snapshot = make_snapshot("The port handled ships.")
    claim = make_claim(sentence=snapshot.sentences.get(), surface="ships")
    figure = claim.figure
    assert figure is not None
    before = datetime.now(UTC)

    harvest(snapshot)

    assert not Claim.objects.exists()
    [row] = api.get(DELETED_CLAIMS).json()["results"]
    assert set(row) == {"id", "deleted_at"}
    assert row["id"] == str(claim.uid)
    assert abs(datetime.fromisoformat(row["deleted_at"]) - before) < timedelta(minutes=1)
    assert list_ids(api, DELETED_FIGURES) == [str(figure.uid)]
    assert api.get(f"/api/v1/claims/{row['id']}/").status_code == 404


def test_changed_rows_are_not_deleted_ones(api: APIClient) -> None:
    claim = make_claim()
    Claim.objects.filter(pk=claim.pk).update(noun="barges")

    assert list_ids(api, DELETED_CLAIMS) == []


def test_last_deletion_comes_first_and_each_stands_on_one_page(api: APIClient) -> None:
    claims = [make_claim() for _ in range(5)]
    for claim in claims:
        claim.delete()

    ids, address = [], f"{DELETED_CLAIMS}?page_size=2"
    while address:
        page = api.get(address).json()
        ids += [row["id"] for row in page["results"]]
        address = page["next"]

    assert ids == [str(claim.uid) for claim in reversed(claims)]
    assert list_ids(api, DELETED_CLAIMS, ordering="deleted") == ids[::-1]


def test_moment_narrows_the_list(api: APIClient) -> None:
    claim = make_claim()
    claim.delete()
    now = datetime.now(UTC)
    earlier, later = ((now + timedelta(hours=hours)).isoformat() for hours in (-1, 1))

    assert list_ids(api, DELETED_CLAIMS, deleted_since=earlier) == [str(claim.uid)]
    assert list_ids(api, DELETED_CLAIMS, deleted_since=later) == []
    assert list_ids(api, DELETED_CLAIMS, deleted_before=earlier) == []
    assert api.get(DELETED_CLAIMS, {"deleted_since": "noon"}).status_code == 400


@pytest.mark.parametrize("address", [DELETED_CLAIMS, DELETED_FIGURES])
def test_list_is_one_query_by_the_index_of_deletions(api: APIClient, address: str) -> None:
    for _ in range(3):
        claim = make_claim()
        claim.delete()
    Figure.objects.all().delete()

    with CaptureQueriesContext(connection) as queries:
        rows = api.get(address).json()["results"]

    assert len(rows) == 3
    assert len(queries) == 1
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        cursor.execute("EXPLAIN " + queries.captured_queries[0]["sql"])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Scan Backward using deleted_" in plan
