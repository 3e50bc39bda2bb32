"""Review rows are only ever added."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Review
from claims.review import Status
from tests.builders import make_claim, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claims_review SET reason = 'Never mind.'",
        "UPDATE claims_review SET by_id = by_id + 1",
        "DELETE FROM claims_review",
        "TRUNCATE claims_review CASCADE",
        "TRUNCATE claims_claim CASCADE",
    ],
)
def test_the_database_refuses_to_change_a_review(statement: str) -> None:
    make_claim(status=Status.ACCEPTED)
    before = list(Review.objects.values())
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE"
        )  # pending checks would refuse TRUNCATE for another reason
        with pytest.raises(IntegrityError, match="of claims_review is refused"), transaction.atomic():
            cursor.execute(statement)
    assert list(Review.objects.values()) == before


def test_an_update_that_changes_nothing_passes() -> None:
    make_claim(status=Status.ACCEPTED)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_review SET reason = reason")
        assert cursor.rowcount == 1


@pytest.mark.parametrize(
    ("number", "action", "before", "after", "reason"),
    [
        (1, "accept", "proposed", "rejected", ""),
        (1, "accept", "accepted", "accepted", ""),
        (1, "reopen", "accepted", "proposed", ""),
        (0, "accept", "proposed", "accepted", ""),
    ],
)
def test_a_row_that_is_no_legal_move_is_refused(
    number: int, action: str, before: str, after: str, reason: str
) -> None:
    claim, reviewer = make_claim(), make_reviewer()
    with pytest.raises(IntegrityError, match="review_"), transaction.atomic():
        Review.objects.create(
            claim=claim, number=number, action=action, from_status=before, to_status=after,
            reason=reason, by=reviewer, at=timezone.now(),
        )  # fmt: skip


def test_a_review_that_does_not_follow_from_the_one_before_is_refused() -> None:
    claim, reviewer = make_claim(status=Status.ACCEPTED), make_reviewer("next")
    with pytest.raises(IntegrityError, match=r"does not follow|by a review"), transaction.atomic():
        Review.objects.create(
            claim=claim, number=2, action="accept", from_status="proposed", to_status="accepted",
            by=reviewer, at=timezone.now(),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS review_follows_the_one_before IMMEDIATE")
