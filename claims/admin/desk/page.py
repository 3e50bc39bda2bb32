"""What the desk's page shows of a claim: its text, its fields, its like, and what there is to do."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse

from claims.admin.claim_form import CONTEXT_FIELDS, VALUE_FIELDS, ClaimForm
from claims.admin.desk.forms import REASONS
from claims.admin.desk.moves import Forms
from claims.admin.desk.queue_form import QueueForm
from claims.admin.rows import ClaimRow
from claims.admin.text_page import TextPage, measure, read_stretch
from claims.desk import (
    MOST_COUNTED,
    Queue,
    count_left,
    find_last_move,
    hold,
    select_identical,
    select_same_quote,
    select_same_statistic,
)
from claims.models import Claim, Lease, Review
from claims.review import MOVES, Action, Status
from claims.roles import ADD_CLAIM, CHANGE_CLAIM, GIVE_VERDICT
from sources.admin.people import get_person
from sources.admin.places import locate_sentence
from sources.models import Snapshot

REACH = 6_000
"""Code points of the text on either side of the claim: a text of any length makes a page of one size."""

MOST_LISTED = 10
"""Rows of each list of other claims."""

MOST_TWINS = 50
"""Identical claims that are decided about at once."""

DONE = "desk_done"
"""The session's count of this person's decisions at the desk, for the progress bar."""

MAIN_FIELDS = (
    *("comparator", "unit", "low", "low_inclusive", "high", "high_inclusive"),
    *("noun", "period", "speaker"),
)
"""Fields that reviewers mend most; the others follow behind a fold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a person has come with a queue: decisions of this login, and what is left."""

    done: int
    left: int

    @property
    def total(self) -> int:
        """What the whole bar stands for."""
        return max(1, self.done + self.left)

    @property
    def told(self) -> str:
        """What is left, in words; past the limit nobody counts."""
        left = f"{MOST_COUNTED:,} and more" if self.left > MOST_COUNTED else f"{self.left:,}"
        return f"{left} left, {self.done:,} decided since you logged in"


def find_claim(key: int) -> Claim | None:
    """The claim with all that its page shows of it, without its text; None where it is gone."""
    claim: Claim | None = Claim.objects.with_context().filter(pk=key).first()
    return claim


def measure_progress(request: HttpRequest, queue: Queue) -> Progress:
    """How far the person has come."""
    return Progress(done=request.session.get(DONE, 0), left=count_left(queue))


def describe_page(
    request: HttpRequest, claim: Claim, *, queue_form: QueueForm, forms: Forms
) -> dict[str, Any]:
    """The context of the page's template."""
    user = get_person(request)
    queue = queue_form.build(user) if queue_form.is_valid() else Queue()
    twins = _list_rows(select_identical(claim), MOST_TWINS + 1)
    return {
        "title": "Review desk",
        "claim": claim,
        "row": ClaimRow(claim=claim),
        "text_page": read_text(claim),
        "text_url": locate_sentence(claim.sentence),
        "may_open_claims": True,
        "desk_query": queue_form.address,
        "forms": forms,
        "edit_fields": _split_fields(forms.edit),
        "reasons": list(enumerate(REASONS, start=1)),
        "may": list_doings(Status(claim.status), user),
        "timeline": list(reversed(claim.list_timeline())),
        "same_statistic": _list_rows(select_same_statistic(claim)),
        "same_quote": _list_rows(select_same_quote(claim)),
        "twins": twins[:MOST_TWINS],
        "has_more_twins": len(twins) > MOST_TWINS,
        "lease": find_foreign_lease(claim, by=user),
        **describe_queue(request, queue_form, queue),
    }


def list_doings(status: Status, user: User) -> dict[str, bool]:
    """What a person may do about a claim that stands there."""
    return {
        "decide": (status, Action.ACCEPT) in MOVES,
        "reopen": (status, Action.REOPEN) in MOVES,
        "judge": status is Status.ACCEPTED and user.has_perm(GIVE_VERDICT),
        "change": user.has_perm(CHANGE_CLAIM),
        "add": user.has_perm(ADD_CLAIM),
    }


def describe_queue(request: HttpRequest, queue_form: QueueForm, queue: Queue) -> dict[str, Any]:
    """What stands above every page of the desk: filters, progress and the move that can be undone."""
    return {
        "queue_form": queue_form,
        "desk_query": queue_form.address,
        "progress": measure_progress(request, queue),
        "last_move": describe_move(find_last_move(get_person(request))),
    }


def describe_move(review: Review | None) -> dict[str, Any] | None:
    """The person's last move, as the line with the undo button tells it."""
    if review is None:
        return None
    return {
        "claim": review.claim,
        "status": review.to_status,
        "url": reverse("desk:claim", args=[review.claim_id]),
    }


def read_text(claim: Claim) -> TextPage:
    """The text around the claim, the quote lit."""
    snapshot: Snapshot = claim.sentence.snapshot
    length = measure(snapshot)
    start, end = max(0, claim.start - REACH), min(length, claim.start + 2 * REACH)
    return read_stretch(snapshot, start, end, length=length, quote=claim)


def find_foreign_lease(claim: Claim, *, by: User) -> Lease | None:
    """The lease of somebody else who looks at an undecided claim; otherwise the person's own is renewed."""
    if claim.status != Status.PROPOSED:
        return None
    lease = hold(claim, by=by)
    return None if lease.holder_id == by.pk else lease


def _list_rows(claims: Any, most: int = MOST_LISTED) -> list[ClaimRow]:
    """The first of some claims as rows."""
    return [ClaimRow(claim=claim) for claim in claims.with_context()[:most]]


def _split_fields(edit: ClaimForm) -> dict[str, Any]:
    """The edit form's fields: those that are mended most, and the others, unfolded where one has an error."""
    names = [name for name in (*VALUE_FIELDS, *CONTEXT_FIELDS) if name not in MAIN_FIELDS]
    others = [edit[name] for name in names]
    return {
        "main": [edit[name] for name in MAIN_FIELDS],
        "others": others,
        "has_errors": any(field.errors for field in others),
    }
