"""Both ways to ask by value find what the ranges themselves say, end by end."""

from itertools import product

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import NumericRange

from claims.harvest import harvest
from claims.models import Claim
from claims.models.value_search import filter_by_base_value, filter_by_value, find_by_base_value
from tests.builders import make_claim, make_quantity, make_snapshot

pytestmark = pytest.mark.django_db

ENDS = (None, 9, 10, 11, 20, 21)
STATED = [
    ("=", "10"),
    ("=", "20"),
    (">", "10"),
    (">=", "10"),
    ("<", "10"),
    ("<=", "10"),
    ("<", "20"),
    (">", "20"),
]


def list_wanted() -> list[NumericRange]:
    """Every range between the ends, with and without them."""
    pairs = [(low, high) for low, high in product(ENDS, ENDS) if (low, high) != (None, None)]
    return [
        NumericRange(low, high, bounds)
        for (low, high), bounds in product(pairs, ("[]", "()", "[)", "(]"))
        if low is None or high is None or low < high or (low == high and bounds == "[]")
    ]


@pytest.mark.parametrize("few", [0, 10_000])
def test_parts_find_what_overlaps(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("claims.models.value_search.FEW", few)
    for comparator, value in STATED:
        make_claim(make_quantity(comparator, value, unit="kilometre"))
    make_claim(make_quantity("range", "10", "20", unit="kilometre"))
    make_claim(make_quantity("~", "20", unit="kilometre"))
    make_claim(make_quantity("~", "18", "22", unit="kilometre"))

    for wanted in list_wanted():
        overlapping = set(Claim.objects.filter(value__overlap=wanted))
        assert set(filter_by_value(Claim.objects.all(), wanted)) == overlapping, wanted
        of_unit = filter_by_base_value(Claim.objects.all(), wanted, unit="kilometre")
        assert set(of_unit) == overlapping, wanted
        asked_first = find_by_base_value(Claim.objects.order_by("-pk"), wanted, unit="kilometre")
        assert set(asked_first) == overlapping, wanted


@pytest.fixture
def indexed() -> None:
    """Enough claims for the planner to prefer an index, which it knows of."""
    numbers = range(100, 500)
    harvest(
        make_snapshot(" ".join(f"The road to the port is {number} kilometres long." for number in numbers))
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")  # the key's index can answer anything, in the end


NARROW = [
    NumericRange(310, 310, "[]"),
    NumericRange(300, 301, "[]"),
    NumericRange(490, None, "()"),
    NumericRange(None, 110, "()"),
]


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("wanted", NARROW)
def test_indexes_of_bounds_can_answer(wanted: NumericRange) -> None:
    plan = filter_by_value(Claim.objects.order_by(), wanted).explain()

    assert "claim_by_low" in plan
    assert "claim_wide_by" in plan


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("wanted", NARROW)
def test_the_index_of_measures_can_answer(wanted: NumericRange) -> None:
    plan = filter_by_base_value(Claim.objects.order_by(), wanted, unit="kilometre").explain()

    assert "claim_in_measure" in plan


@pytest.mark.usefixtures("indexed")
def test_a_page_of_a_rare_range_is_found_by_keys_of_that_index_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_indexscan = on")
    newest = Claim.objects.order_by("-pk")

    plan = find_by_base_value(newest, NARROW[0], unit="kilometre")[:10].explain()

    assert "claim_in_measure" in plan
    assert "claims_claim_pkey" in plan
    assert "claim_newest_of_measure" not in plan


def test_a_claim_of_a_load_enters_few_indexes() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_index WHERE indrelid = 'claims_claim'::regclass"
            " AND NOT indisunique AND indpred IS NULL"
        )
        assert cursor.fetchone() == (10,)
