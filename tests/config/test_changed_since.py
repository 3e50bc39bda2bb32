"""What a copy of the record asks for again and again: what was changed since it asked last."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from claims.models import SpeakerEvent
from sources.models.identity import Identified
from tests.builders import (
    make_publisher,
    make_source,
    make_speaker,
    make_statistic,
    make_subject,
)

LONG_AGO, NOON = datetime(2020, 1, 1, tzinfo=UTC), "2021-06-01T12:00:00Z"

BUILDERS: dict[str, Callable[[], Identified]] = {
    "publishers": make_publisher,
    "sources": make_source,
    "speakers": make_speaker,
    "subjects": make_subject,
    "statistics": make_statistic,
}

pytestmark = pytest.mark.django_db


def make_old(build: Callable[[], Identified]) -> Identified:
    """A row that nobody has changed for years."""
    row = build()
    rows: Any = type(row)._default_manager
    rows.filter(pk=row.pk).update(updated_at=LONG_AGO)
    return row


def list_ids(api: APIClient, resource: str, **parameters: str) -> list[str]:
    answer = api.get(f"/api/v1/{resource}/", parameters)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


@pytest.mark.parametrize(("resource", "build"), BUILDERS.items(), ids=BUILDERS)
def test_row_that_was_saved_since_is_found_and_comes_last(
    api: APIClient, resource: str, build: Callable[[], Identified]
) -> None:
    changed, untouched = make_old(build), make_old(build)
    type(changed)._default_manager.get(pk=changed.pk).save()

    assert list_ids(api, resource, updated_since=NOON) == [str(changed.uid)]
    assert list_ids(api, resource, updated_before=NOON) == [str(untouched.uid)]
    assert list_ids(api, resource, ordering="updated") == [str(untouched.uid), str(changed.uid)]
    row = api.get(f"/api/v1/{resource}/{untouched.uid}/").json()
    assert row["updated_at"] == "2020-01-01T00:00:00Z"


def test_saving_what_stands_there_already_neither_outdates_an_etag_nor_is_an_event(api: APIClient) -> None:
    speaker = make_old(make_speaker)
    before = api.get(f"/api/v1/speakers/{speaker.uid}/")["ETag"].partition(".")[0]

    speaker.save()

    answer = api.get(f"/api/v1/speakers/{speaker.uid}/")
    assert answer.json()["updated_at"] > NOON
    assert answer["ETag"].partition(".")[0] == before
    assert not SpeakerEvent._default_manager.exists()


@pytest.mark.parametrize("resource", BUILDERS)
def test_what_changed_since_is_read_in_the_order_of_an_index(resource: str) -> None:
    manager: Any = type(BUILDERS[resource]())._default_manager
    rows = manager.filter(updated_at__gte=LONG_AGO)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")

    assert f"{resource.removesuffix('s')}_by_change" in rows.order_by("updated_at", "id")[:50].explain()
