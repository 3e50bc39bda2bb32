"""Pages of lists of any size."""

import pytest
from django.db import connection

from sources.admin.paging import EstimatingPaginator
from sources.models import Publisher
from sources.models.counting import EXACT_UP_TO
from tests.builders import make_publisher

pytestmark = pytest.mark.django_db


def fill(number: int) -> EstimatingPaginator:
    """A list of that many publishers, of which the planner has its statistics."""
    Publisher.objects.bulk_create([Publisher(name=f"Publisher {n}") for n in range(number)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sources_publisher")
    return EstimatingPaginator(Publisher.objects.order_by("id"), 50)


def test_a_short_list_is_counted() -> None:
    make_publisher("One")
    paginator = EstimatingPaginator(Publisher.objects.order_by("id"), 50)
    assert (paginator.count, paginator.is_estimate, paginator.shown_count, paginator.num_pages) == (
        1, False, "1", 1,
    )  # fmt: skip


def test_a_list_up_to_the_limit_is_counted_exactly() -> None:
    paginator = fill(EXACT_UP_TO)
    assert (paginator.count, paginator.is_estimate, paginator.shown_count) == (1000, False, "1,000")


def test_a_longer_list_is_estimated_within_a_quarter() -> None:
    paginator = fill(3000)
    assert paginator.is_estimate
    assert 2250 <= paginator.count <= 3750


def test_counting_never_reads_more_than_the_limit() -> None:
    paginator = fill(3000)
    connection.force_debug_cursor = True
    try:
        before = len(connection.queries_log)
        assert paginator.count
        queries = [query["sql"] for query in list(connection.queries_log)[before:]]
    finally:
        connection.force_debug_cursor = False
    assert f"LIMIT {EXACT_UP_TO + 1}" in queries[0]
    assert all("LIMIT" in sql or sql.startswith("EXPLAIN") for sql in queries)


def test_an_empty_list_has_one_page() -> None:
    paginator = EstimatingPaginator(Publisher.objects.none().order_by("id"), 50)
    assert (paginator.count, paginator.num_pages) == (0, 1)
