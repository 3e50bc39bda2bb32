"""What the desk hands out to whom, and decisions about many claims."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.desk import (
    Queue,
    assign,
    count_left,
    hold,
    release,
    review_each,
    select_identical,
    take_next,
    take_previous,
)
from claims.errors import ConflictError, InvalidChangeError, NotPermittedError
from claims.models import Claim, Lease, Review
from claims.review import Action, IllegalMoveError, NotAReviewerError, Status
from claims.roles import ASSIGN_WORK
from tests.builders import (
    make_claim,
    make_fact,
    make_person,
    make_quantity,
    make_reviewer,
    make_sentence,
    make_source,
    make_speaker,
    make_statistic,
    make_user,
)
from tests.racing import run_at_once

pytestmark = pytest.mark.django_db


def test_two_people_are_handed_different_claims() -> None:
    older, newer = make_claim(), make_claim()
    first, second = make_reviewer("first"), make_reviewer("second")
    assert take_next(Queue(), by=first) == older
    assert take_next(Queue(), by=second) == newer
    assert take_next(Queue(), by=make_reviewer("third")) is None


def test_a_person_gets_the_held_claim_again_until_it_is_decided() -> None:
    older, newer, reviewer = make_claim(), make_claim(), make_reviewer()
    assert [take_next(Queue(), by=reviewer) for _ in range(2)] == [older, older]
    older.accept(by=reviewer)
    assert take_next(Queue(), by=reviewer) == newer


def test_a_decision_gives_the_lease_back() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    hold(claim, by=reviewer)
    claim.accept(by=reviewer)
    assert not Lease.objects.exists()


def test_next_and_previous_walk_the_queue_in_order() -> None:
    claims, reviewer = [make_claim() for _ in range(3)], make_reviewer()
    assert take_next(Queue(), by=reviewer, after=claims[0]) == claims[1]
    assert take_next(Queue(), by=reviewer, after=claims[2]) is None
    assert take_previous(Queue(), by=reviewer, before=claims[2]) == claims[1]
    assert take_previous(Queue(), by=reviewer, before=claims[0]) is None


def test_a_lapsed_lease_goes_to_whoever_asks_and_loses_nothing() -> None:
    claim, slow, quick = make_claim(), make_reviewer("slow"), make_reviewer("quick")
    take_next(Queue(), by=slow)
    Lease.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert take_next(Queue(), by=quick) == claim

    claim.accept(by=slow, expected_version=claim.version)
    assert Claim.objects.get(pk=claim.pk).status == "accepted"


def test_activity_renews_the_lease() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    hold(claim, by=reviewer)
    Lease.objects.update(expires_at=timezone.now() + timedelta(minutes=1))

    lease = hold(claim, by=reviewer)

    left = lease.expires_at - timezone.now()
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)


def test_a_claim_that_somebody_holds_stays_with_them() -> None:
    claim, holder, other = make_claim(), make_reviewer("holder"), make_reviewer("other")
    hold(claim, by=holder)
    assert hold(claim, by=other).holder == holder
    release(claim, by=other)
    assert Lease.objects.get().holder == holder
    release(claim, by=holder)
    assert hold(claim, by=other).holder == other


def test_who_may_not_review_is_handed_nothing() -> None:
    claim = make_claim()
    with pytest.raises(NotAReviewerError):
        take_next(Queue(), by=make_user("ann"))
    with pytest.raises(NotAReviewerError):
        take_previous(Queue(), by=make_user("ben"), before=claim)
    with pytest.raises(NotAReviewerError):
        hold(claim, by=make_user("cleo"))
    assert not Lease.objects.exists()


def test_a_queue_has_the_claims_that_all_its_filters_share() -> None:
    source, speaker, statistic = make_source(), make_speaker(), make_statistic()
    sentence = make_sentence("It was 70 percent.", source=source)
    wanted = make_claim(sentence=sentence, speaker=speaker, statistic=statistic)
    make_claim(speaker=speaker, statistic=statistic)
    make_claim(make_quantity("=", "70", unit="year"), surface="70 years", speaker=speaker)
    for queue in (
        Queue(source=source),
        Queue(source=source, speaker=speaker, statistic=statistic, unit="percent"),
    ):
        assert list(queue.select()) == [wanted]
    assert count_left(Queue(speaker=speaker)) == 3
    assert count_left(Queue(unit="year")) == 1
    assert count_left(Queue(status=Status.ACCEPTED)) == 0


def test_what_is_assigned_to_a_person_is_a_queue() -> None:
    source, speaker = make_source(), make_speaker()
    of_source = make_claim(sentence=make_sentence("It was 70 percent.", source=source))
    of_speaker = make_claim(speaker=speaker)
    make_claim()
    editor, reviewer = make_person(ASSIGN_WORK), make_reviewer()
    mine = Queue(assigned_to=reviewer)
    assert take_next(mine, by=reviewer) is None

    assign(reviewer, by=editor, source=source)
    assignment = assign(reviewer, by=editor, speaker=speaker, unit="percent")

    assert list(mine.select()) == [of_source, of_speaker]
    assert count_left(mine) == 2
    assert take_next(mine, by=reviewer) == of_source
    assert take_next(mine, by=reviewer, after=of_source) == of_speaker
    assert take_previous(mine, by=reviewer, before=of_speaker) == of_source
    assignment.end(by=reviewer)
    assert list(mine.select()) == [of_source]


def test_only_who_may_assigns_to_those_who_may_review() -> None:
    source, reviewer = make_source(), make_reviewer()
    with pytest.raises(NotPermittedError, match="may not assign work"):
        assign(reviewer, by=make_reviewer("other"), source=source)
    with pytest.raises(NotAReviewerError, match="ann may not review"):
        assign(make_user("ann"), by=make_person(ASSIGN_WORK), source=source)


def test_an_assignment_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidChangeError, match="Name a source"):
        assign(make_reviewer(), by=make_person(ASSIGN_WORK))


def test_somebody_elses_assignment_is_not_ended() -> None:
    assignment = assign(make_reviewer(), by=make_person(ASSIGN_WORK), unit="percent")
    with pytest.raises(NotPermittedError):
        assignment.end(by=make_reviewer("other"))


def test_many_decisions_are_a_review_and_a_result_each() -> None:
    fine, decided, stale, reviewer = (
        make_claim(),
        make_claim(status=Status.REJECTED),
        make_claim(),
        make_reviewer(),
    )
    Claim.objects.filter(pk=stale.pk).update(noun="imports", version=2)

    results = review_each([fine, decided, stale], Action.ACCEPT, by=reviewer, reason="As printed.")

    assert [(r.claim, r.review is not None, type(r.error)) for r in results] == [
        (fine, True, type(None)), (decided, False, IllegalMoveError), (stale, False, ConflictError),
    ]  # fmt: skip
    assert list(Review.objects.filter(by=reviewer).values_list("claim", "reason")) == [
        (fine.pk, "As printed.")
    ]


def test_identical_sentences_are_found_in_other_texts() -> None:
    claim = make_claim()
    twin = make_claim()
    make_claim(sentence=make_sentence("In all 70 percent of the exports."))
    make_claim(status=Status.ACCEPTED)
    assert list(select_identical(claim)) == [twin]


def test_a_longer_queue_takes_no_more_queries() -> None:
    reviewer = make_reviewer()

    def count_queries() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert take_next(Queue(), by=reviewer) is not None
        return len(queries)

    make_claim()
    count_queries()  # the person's permissions are read once
    short = count_queries()
    for _ in range(8):
        make_claim()
    assert count_queries() == short


def test_the_plain_queue_is_read_in_an_indexs_order() -> None:
    fact = make_fact()
    row = {name: getattr(fact, name) for name in ("kind", "sentence", "start", "end", "quote", "extractor")}
    Claim.objects.bulk_create(Claim(**row) for _ in range(500))
    with connection.cursor() as cursor:
        # What the planner knows of the table would else depend on what ran before.
        cursor.execute("ANALYZE claims_claim")
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    queue = Queue(status=Status.ACCEPTED)
    assert "claim_by_status" in queue.select().order_by("-id").explain()
    assert "claim_by_status" in queue.select().explain()


def test_a_sources_queue_starts_from_its_sentences() -> None:
    source, reviewer = make_source(), make_reviewer()
    assign(reviewer, by=make_person(ASSIGN_WORK), source=source)
    for queue in (Queue(source=source), Queue(assigned_to=reviewer)):
        assert "Sort Key: ((claims_claim.id + 0))" in queue.select()[:1].explain()


def test_a_speakers_queue_is_read_in_an_indexs_order() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    speaker, statistic = make_speaker(), make_statistic()
    assert "claim_by_speaker" in Queue(speaker=speaker).select()[:1].explain()
    assert "claim_by_statistic" in Queue(statistic=statistic).select()[:1].explain()


def test_a_count_ends_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.desk.MOST_COUNTED", 2)
    for _ in range(4):
        make_claim()
    assert count_left(Queue()) == 3


@pytest.mark.usefixtures("committed")
def test_people_who_ask_at_the_same_moment_are_handed_different_claims() -> None:
    claims = {make_claim().pk for _ in range(4)}
    people = [make_reviewer(f"person-{number}") for number in range(4)]

    handed = run_at_once(*(partial(take_next, Queue(), by=person) for person in people))

    assert {claim and claim.pk for claim in handed} == claims
