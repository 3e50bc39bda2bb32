"""The table of verdicts, pair by pair, and what a verdict needs."""

from datetime import UTC, date, datetime

import pytest

from claims.verdicts import (
    GIVEN,
    IncompleteVerdictError,
    Outcome,
    VerdictRefusedError,
    check_complete,
    check_step,
    find_last_day,
    is_published,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("after", Outcome)
@pytest.mark.parametrize("before", Outcome)
def test_every_pair_of_outcomes_is_a_step_but_withdrawing_nothing(before: Outcome, after: Outcome) -> None:
    if before is after is Outcome.UNCHECKED:
        with pytest.raises(VerdictRefusedError):
            check_step(before, after)
    else:
        check_step(before, after)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_needs_a_rationale(outcome: Outcome) -> None:
    with pytest.raises(IncompleteVerdictError, match="rationale"):
        check_complete(outcome, rationale=" \n", evidence=1, as_of=TODAY, today=TODAY)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_can_be_found_needs_evidence(outcome: Outcome) -> None:
    if outcome in {"unverifiable", "unchecked"}:
        check_complete(outcome, rationale="No list was kept.", evidence=0, as_of=TODAY, today=TODAY)
    else:
        with pytest.raises(IncompleteVerdictError, match="at least one piece of evidence"):
            check_complete(outcome, rationale="So it is.", evidence=0, as_of=TODAY, today=TODAY)


def test_a_verdict_is_not_of_tomorrow() -> None:
    with pytest.raises(IncompleteVerdictError, match="2026-11-25"):
        check_complete(Outcome.REFUTED, rationale="No.", evidence=1, as_of=date(2026, 11, 25), today=TODAY)


@pytest.mark.parametrize("outcome", GIVEN)
@pytest.mark.parametrize(
    ("confirmed", "needed", "published"),
    [(False, False, True), (True, False, True), (False, True, False), (True, True, True)],
)
def test_a_verdict_is_published_when_it_needs_no_second_person_or_has_one(
    outcome: Outcome, confirmed: bool, needed: bool, published: bool
) -> None:
    assert is_published(outcome, confirmed=confirmed, needs_confirmation=needed) is published


@pytest.mark.parametrize("needed", [False, True])
def test_nothing_is_published_while_unchecked(needed: bool) -> None:
    assert not is_published(Outcome.UNCHECKED, confirmed=True, needs_confirmation=needed)


@pytest.mark.parametrize(
    ("hour", "day"), [(0, date(2026, 11, 24)), (9, date(2026, 11, 24)), (10, date(2026, 11, 25))]
)
def test_today_is_a_day_that_has_begun_somewhere(hour: int, day: date) -> None:
    assert find_last_day(datetime(2026, 11, 24, hour, tzinfo=UTC)) == day
