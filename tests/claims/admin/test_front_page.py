"""The admin's first page: what waits and what moved, each count leading to its list."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.admin.front_page import Chart
from claims.desk import assign
from claims.review import Status
from claims.roles import ASSIGN_WORK
from tests.builders import (
    make_claim,
    make_judge,
    make_judgement,
    make_person,
    make_reviewer,
    make_second_pass,
    make_speaker,
    make_user,
)
from tests.clients import browse_as

pytestmark = pytest.mark.django_db
WHOLE_TABLE = re.compile(r'SELECT COUNT\(\*\) AS "__count" FROM "\w+"$')


def chart(client: Client, title: str) -> dict[str, str]:
    """What a chart of the page tells, by name."""
    charts: list[Chart] = client.get(reverse("admin:index")).context["charts"]
    (found,) = (chart for chart in charts if chart.title == title)
    return {count.name: count.words for count in found.counts}


def test_claims_are_counted_by_status(administrator: Client) -> None:
    make_claim()
    make_claim()
    make_claim(status=Status.ACCEPTED)
    assert chart(administrator, "Claims in review") == {"proposed": "2", "accepted": "1", "rejected": "0"}


def test_figures_are_counted_by_disposition(administrator: Client) -> None:
    make_claim()
    assert chart(administrator, "Coverage") == {"claim": "1"}


def test_the_weeks_moves_and_each_persons_decisions_are_counted(administrator: Client) -> None:
    ann, ben = make_reviewer("ann"), make_reviewer("ben")
    make_claim(status=Status.ACCEPTED, by=ann)
    make_claim(status=Status.REJECTED, by=ann)
    make_claim(status=Status.ACCEPTED, by=ben).reopen(by=ben, reason="Look again.")
    week = chart(administrator, "Moved this week")
    assert len(week) == 7
    assert list(week.values())[-1] == "4"
    assert chart(administrator, "Reviewers' pace") == {"ann": "2", "ben": "1"}


def test_verdicts_are_counted_as_they_stand(administrator: Client) -> None:
    claim, judge = make_claim(status=Status.ACCEPTED), make_judge()
    claim.give_verdict(make_judgement(), by=judge)
    assert chart(administrator, "Verdicts")["refuted"] == "1"
    claim.withdraw_verdict(by=judge, reason="A mistake.")
    assert chart(administrator, "Verdicts")["refuted"] == "0"


def test_every_count_leads_to_its_list(administrator: Client) -> None:
    make_claim(status=Status.ACCEPTED).give_verdict(make_judgement(), by=make_judge())
    for each in administrator.get(reverse("admin:index")).context["charts"]:
        for count in each.counts:
            answer = administrator.get(count.url)
            assert answer.status_code == 200, count.url
            if each.title != "Moved this week":
                assert answer.context["cl"].result_count == count.number, count.url


def test_work_that_waits_for_the_person_is_listed(reviewing: Client) -> None:
    rosa, speaker = User.objects.get(username="rosa"), make_speaker("Stock")
    make_claim(speaker=speaker)
    make_claim(speaker=speaker, status=Status.ACCEPTED)
    make_second_pass()
    assign(rosa, by=make_person(ASSIGN_WORK), speaker=speaker, unit="percent")
    work: list[Any] = reviewing.get(reverse("admin:index")).context["work"]
    assert [(each.name, each.words) for each in work] == [("second passes", "1"), ("Stock, percent", "1")]
    assert reviewing.get(work[1].url).context["cl"].result_count == 1


def test_who_may_not_see_claims_gets_no_figures() -> None:
    client = browse_as(make_user("stranger", is_staff=True))
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 200
    assert "charts" not in answer.context


def test_the_page_costs_the_same_with_more_claims_and_counts_no_table(administrator: Client) -> None:
    counts = []
    for number in (1, 12):
        for _ in range(number):
            make_claim(status=Status.ACCEPTED)
        administrator.get(reverse("admin:index"))
        with CaptureQueriesContext(connection) as queries:
            administrator.get(reverse("admin:index"))
        counts.append(len(queries))
        assert not [query["sql"] for query in queries if WHOLE_TABLE.search(query["sql"])]
    assert counts[0] == counts[1] <= 45
