"""The audit trail: what is kept of a change, of whom, and that nobody changes it."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.models import (
    AccountEvent,
    Claim,
    ClaimEvent,
    FigureEvent,
    MembershipEvent,
    SpeakerEvent,
)
from claims.review import Status
from claims.roles import CHANGE_CLAIM
from sources.models.audit import LeanEvent
from tests.builders import (
    make_claim,
    make_figure,
    make_judge,
    make_judgement,
    make_person,
    make_reviewer,
    make_speaker,
    make_token,
    make_user,
)

pytestmark = pytest.mark.django_db

EVENT_TABLES = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, LeanEvent))


def list_events(model: Any) -> list[Any]:
    """The events of a table, oldest first."""
    return list(model._default_manager.order_by("pgh_id"))


def test_a_change_keeps_the_row_as_it_was_and_who_changed_it() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    claim.accept(by=reviewer)

    (event,) = list_events(ClaimEvent)

    assert (event.pgh_label, event.pgh_obj_id, event.status, event.version) == (
        "update",
        claim.pk,
        "proposed",
        1,
    )
    assert event.pgh_context["user"] == reviewer.pk
    assert event.pgh_context_id is not None


def test_a_deleted_row_is_kept() -> None:
    figure = make_figure()
    key = figure.pk
    figure.delete()
    assert [(e.pgh_label, e.pgh_obj_id, e.surface) for e in list_events(FigureEvent)] == [
        ("delete", key, "70")
    ]


def test_an_update_of_many_rows_keeps_each() -> None:
    for name in ("Rosa", "Ruth"):
        make_speaker(name)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_speaker SET name = name || ' Brandt'")
    assert sorted(event.name for event in list_events(SpeakerEvent)) == ["Rosa", "Ruth"]
    assert [event.pgh_context for event in list_events(SpeakerEvent)] == [None, None]


def test_an_update_that_changes_nothing_leaves_no_event() -> None:
    make_speaker("Rosa").save()
    assert not list_events(SpeakerEvent)


def test_a_request_is_named_with_its_person_and_number() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    token = make_token(reviewer)

    headers = {"authorization": f"Bearer {token}", "if-match": "*"}
    APIClient().post(f"/api/v1/claims/{claim.uid}/accept/", {}, headers=headers)

    (event,) = list_events(ClaimEvent)
    assert event.pgh_context["user"] == reviewer.pk
    assert event.pgh_context["url"] == f"/api/v1/claims/{claim.uid}/accept/"
    assert event.pgh_context["request"]


def test_who_joins_and_leaves_a_group_is_kept() -> None:
    user, group = make_user(), Group.objects.create(name="night shift")
    user.groups.add(group)
    user.groups.clear()
    told = [(e.pgh_label, e.user_id, e.group_id) for e in list_events(MembershipEvent)]
    assert told == [("insert", user.pk, group.pk), ("delete", user.pk, group.pk)]


def test_an_account_that_becomes_a_superuser_is_kept_without_its_password() -> None:
    user = make_user("ann")
    user.is_superuser = True
    user.save()
    (event,) = list_events(AccountEvent)
    assert (event.username, event.is_superuser) == ("ann", False)
    assert not hasattr(event, "password")


@pytest.mark.parametrize("statement", ["UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_database_refuses_to_change_an_event(statement: str) -> None:
    make_claim(status=Status.ACCEPTED)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="claims_claimevent is refused"), transaction.atomic():
            cursor.execute(statement.format("claims_claimevent"))


def test_what_people_change_has_a_trail() -> None:
    tracked = ["account", "assignment", "claim", "figure", "membership", "speaker", "statistic", "subject"]
    assert [
        "access_tokenevent",
        *(f"claims_{name}event" for name in tracked), "sources_publisherevent", "sources_sourceevent",
    ] == EVENT_TABLES  # fmt: skip


@pytest.mark.parametrize("table", EVENT_TABLES)
def test_every_event_table_is_guarded_and_has_few_indexes(table: str) -> None:
    lists_deletions = table in ("claims_claimevent", "claims_figureevent")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table]
        )
        guards = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM pg_index WHERE indrelid = %s::regclass", [table])
        (indexes,) = cursor.fetchone()
        cursor.execute(
            "SELECT format_type(atttypid, NULL) FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attname = 'pgh_id'",
            [table],
        )
        (key,) = cursor.fetchone()
    assert guards == {f"{table}_is_never_{change}" for change in ("changed", "deleted", "truncated")}
    # Of the key, of the object, and of deletions where clients are told of them.
    assert (indexes, key) == (3 if lists_deletions else 2, "bigint")


def test_every_audit_trigger_works_by_statement() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%' AND tgtype & 1 = 1")
        assert cursor.fetchall() == []
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'")
        assert cursor.fetchone()[0] >= 2 * len(EVENT_TABLES)


def test_no_session_can_switch_the_trail_off() -> None:
    speaker = make_speaker("Rosa")
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(tgname, ',') FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'")
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", ["{" + cursor.fetchone()[0] + "}"])
    type(speaker).objects.filter(pk=speaker.pk).update(name="Ruth")
    assert len(list_events(SpeakerEvent)) == 1


def test_the_timeline_tells_reviews_verdicts_confirmations_and_changes_in_order() -> None:
    claim, judge = make_claim(), make_judge("jana")
    claim.revise(by=make_person(CHANGE_CLAIM, username="emil"), changes={"noun": "imports"})
    claim.correct(by=judge, changes={"low": "71", "high": "71"}, reason="Misread.")
    claim.give_verdict(make_judgement(), by=judge).confirm(by=make_judge("second"))

    entries = Claim.objects.get(pk=claim.pk).list_timeline()

    assert [(e.kind, e.title, e.by, e.reason) for e in entries] == [
        ("change", "changed", "emil", ""),
        ("review", "correct", "jana", "Misread."),
        ("verdict", "refuted", "jana", "The port's own list has 61."),
        ("confirmation", "confirmed", "second", ""),
    ]
    assert [dict(e.changes) for e in entries] == [
        {"noun": ("exports", "imports")}, {"low": ("70", "71"), "high": ("70", "71")}, {}, {},
    ]  # fmt: skip


def test_a_longer_timeline_takes_no_more_queries() -> None:
    claim, reviewer, editor = make_claim(), make_reviewer(), make_person(CHANGE_CLAIM)

    def count_queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            Claim.objects.get(pk=claim.pk).list_timeline()
        return len(queries)

    claim.revise(by=editor, changes={"noun": "imports", "speaker": make_speaker()})
    claim.accept(by=reviewer)
    short = count_queries()
    for number in range(4):
        claim.reopen(by=reviewer, reason="Again.")
        claim.revise(by=editor, changes={"noun": f"imports {number}", "speaker": make_speaker()})
        claim.accept(by=reviewer)
    assert count_queries() == short
