"""Many rows by COPY."""

import pytest
from django.db import IntegrityError, connection, transaction

from sources.loading import allocate_keys, copy_rows
from sources.models import Publisher, Source
from tests.builders import check_deferred, make_publisher

pytestmark = pytest.mark.django_db


def test_keys_rise_and_come_once() -> None:
    keys = allocate_keys(Publisher, 3) + allocate_keys(Publisher, 2)
    assert keys == sorted(set(keys))
    assert len(keys) == 5


def test_rows_get_what_is_given_what_is_alike_and_what_is_default() -> None:
    publisher = make_publisher("Harbour Gazette")

    keys = copy_rows(
        Source, [{"slug": "a"}, {"slug": "b"}], alike={"publisher_id": publisher.pk, "title": "T"}
    )

    rows = Source.objects.order_by("id")
    assert [(row.pk, row.slug, row.publisher_id, row.title, row.kind) for row in rows] == [
        (keys[0], "a", publisher.pk, "T", "unknown"),
        (keys[1], "b", publisher.pk, "T", "unknown"),
    ]
    assert rows[0].uid != rows[1].uid
    assert rows[0].created_at == rows[1].created_at


def test_words_that_copy_takes_for_signs_stay_as_they_are() -> None:
    title = "tab\tline\nback\\slash \\N \\. return\r"
    copy_rows(Source, [{"slug": "a", "title": title}])
    assert Source.objects.get().title == title


def test_a_row_whose_parent_is_missing_is_refused() -> None:
    with pytest.raises(IntegrityError, match="publisher"), transaction.atomic():
        copy_rows(Source, [{"slug": "a", "title": "T", "publisher_id": 1_000_000}])
        check_deferred()
    assert not Source.objects.exists()


def test_no_rows_take_no_query() -> None:
    with connection.execute_wrapper(_refuse):
        assert copy_rows(Source, []) == []


def _refuse(*_: object) -> None:
    raise AssertionError("a statement was sent")
