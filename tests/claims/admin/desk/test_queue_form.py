"""Filters of the desk's queue."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.desk import assign
from tests.builders import (
    make_claim,
    make_sentence,
    make_source,
    make_speaker,
    make_statistic,
)
from tests.claims.admin.posting import decide, locate

pytestmark = pytest.mark.django_db

DESK = "/admin/desk/"


def test_the_filters_of_the_address_shape_the_queue_and_stay(desk: Client, rosa: User) -> None:
    speaker, statistic, source = make_speaker("Ann"), make_statistic("exports"), make_source("port")
    make_claim()
    wanted = make_claim(
        sentence=make_sentence("It was 70 percent.", source=source), speaker=speaker, statistic=statistic
    )
    query = "?source=port&speaker=Ann&statistic=exports&unit=percent"
    assert desk.get(DESK + query)["Location"] == locate(wanted, query)
    assert decide(desk, wanted, "accept", query=query)["Location"] == DESK + query
    assert desk.get(f"{DESK}?status=accepted")["Location"] == locate(wanted, "?status=accepted")
    assert "Nothing is left" in desk.get(f"{DESK}?mine=on").content.decode()
    assign(rosa, by=rosa, source=source)
    mine = desk.get(f"{DESK}?mine=on&status=accepted")
    assert mine["Location"] == locate(wanted, "?status=accepted&mine=on")


@pytest.mark.parametrize(
    "query", ["source=none", "speaker=Nobody", "unit=smoot", "status=burnt", "source=%00"]
)
def test_filters_that_name_nothing_are_told(desk: Client, query: str) -> None:
    claim = make_claim()
    answer = desk.get(f"{DESK}?{query}")
    assert answer.status_code == 400
    assert "These filters name nothing" in answer.content.decode()
    assert desk.get(locate(claim, f"?{query}")).status_code == 200
