"""A new table of units counts for the claims that are there."""

from importlib import import_module

import pytest
from django.db import connection

from claims.models import Claim
from tests.builders import make_claim, make_quantity

replace_table = import_module("claims.migrations.0022_more_units").replace_table


def put_in_place(table: str) -> None:
    with connection.cursor() as cursor:
        for statement in replace_table(table):
            cursor.execute(statement)


@pytest.mark.django_db
def test_claim_in_a_unit_that_the_table_gains_compares_from_then_on() -> None:
    put_in_place("units_1.json")
    claim = make_claim(make_quantity("=", "760", unit="torr"), surface="760 torr")
    before = Claim.objects.get(pk=claim.pk)

    put_in_place("units_2.json")

    after = Claim.objects.get(pk=claim.pk)
    assert (before.measure, after.measure) == ("torr", "pressure")
    assert after.base_value.lower == 101325
