"""What a posted form does to the claim: each action calls one method of the claim or of a job."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import transaction
from django.forms import BaseForm
from django.http import QueryDict

from claims.admin.claim_form import ClaimForm
from claims.admin.desk.forms import (
    MOST_EVIDENCE,
    EvidenceForm,
    MakeForm,
    SeenForm,
    VerdictForm,
    read_judgement,
)
from claims.codelists import Kind
from claims.desk import Result, review_each
from claims.errors import ClaimsError
from claims.models import Claim
from claims.promotion import find_span, make_claim_from_span
from claims.review import Action, ReasonRequiredError


class FormRefusedError(ClaimsError):
    """What was handed in is incomplete or contradicts itself; the forms say where."""

    code = "invalid_input"


@dataclass(slots=True)
class Forms:
    """The forms of one claim's page: as they were handed in, or empty."""

    edit: ClaimForm
    seen: SeenForm
    verdict: VerdictForm
    evidence: list[EvidenceForm]
    make: MakeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an action did, in words, and whether the person goes on to the next claim."""

    told: str
    goes_on: bool = True
    refused: list[Result] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks to be done with a claim."""

    claim: Claim
    forms: Forms
    data: QueryDict
    by: User


def build_forms(claim: Claim, data: QueryDict | None = None) -> Forms:
    """The forms of the action that was handed in filled in, the others empty."""
    action = "" if data is None else data.get("action", "")
    edits = data if action in EDITS else None
    judges = data if action == "verdict" else None
    return Forms(
        edit=ClaimForm(edits, instance=claim),
        seen=SeenForm(data if action in (*PLAIN, "revise_reopened") else None),
        verdict=VerdictForm(judges),
        evidence=[
            EvidenceForm(judges, claim=claim, prefix=f"evidence-{number}") for number in range(MOST_EVIDENCE)
        ],
        make=MakeForm(data if action == "make" else None),
    )


def carry_out(order: Order) -> Done:
    """Do what the data asks for; raises FormRefusedError and whatever the methods of the claim raise."""
    act = ACTIONS.get(order.data.get("action", ""))
    if act is None:
        raise FormRefusedError("The desk knows no such action.")
    return act(order)


def _check(*forms: BaseForm) -> None:
    """Refuse forms with errors; every form is checked, so that all are told at once."""
    if not all([form.is_valid() for form in forms]):  # noqa: C419  # a generator would stop at the first
        raise FormRefusedError("Something is missing or cannot be: see below.")


def _read_reason(form: SeenForm, action: Action) -> str:
    """The reason; raises ReasonRequiredError where somebody rejects without one."""
    reason: str = form.cleaned_data["reason"]
    if action is Action.REJECT and not reason.strip():
        raise ReasonRequiredError("Say why it is rejected: the reason stays on the record.")
    return reason


def _move(action: Action, told: str, *, goes_on: bool = True) -> Callable[[Order], Done]:
    """The action that makes a plain move."""

    def act(order: Order) -> Done:
        seen = order.forms.seen
        _check(seen)
        order.claim.review(
            action,
            by=order.by,
            reason=_read_reason(seen, action),
            expected_version=seen.cleaned_data["seen_version"],
        )
        return Done(told=f"{told}: “{order.claim}”", goes_on=goes_on)

    return act


def _correct(order: Order) -> Done:
    """Accept the claim with what was changed in the form."""
    edit = order.forms.edit
    with transaction.atomic():
        _check(edit)
        review = order.claim.correct(
            by=order.by,
            changes=edit.changes,
            reason=order.data.get("reason", ""),
            expected_version=edit.cleaned_data["seen_version"],
        )
    told = "Corrected and accepted" if review.difference else "Accepted"
    return Done(told=f"{told}: “{order.claim}”")


def _revise(order: Order) -> Done:
    """Save what was changed in the form without deciding."""
    edit = order.forms.edit
    with transaction.atomic():
        _check(edit)
        difference = order.claim.revise(
            by=order.by, changes=edit.changes, expected_version=edit.cleaned_data["seen_version"]
        )
    told = f"Saved: {', '.join(difference)}" if difference else "Nothing was changed"
    return Done(told=f"{told}: “{order.claim}”", goes_on=False)


def _revise_reopened(order: Order) -> Done:
    """Take a decision back and save what was changed in the form, both or neither."""
    edit, seen = order.forms.edit, order.forms.seen
    with transaction.atomic():
        _check(edit, seen)
        order.claim.reopen(
            by=order.by,
            reason=seen.cleaned_data["reason"],
            expected_version=seen.cleaned_data["seen_version"],
        )
        order.claim.revise(by=order.by, changes=edit.changes)
    return Done(told=f"Reopened and saved: “{order.claim}”", goes_on=False)


def _judge(order: Order) -> Done:
    """Give the claim a verdict."""
    form, evidence = order.forms.verdict, order.forms.evidence
    _check(form, *evidence)
    judgement = read_judgement(form, evidence)
    order.claim.give_verdict(judgement, by=order.by, expected_version=form.cleaned_data["seen_version"])
    return Done(told=f"Verdict “{judgement.outcome}”: “{order.claim}”")


def _make(order: Order) -> Done:
    """Make a claim of words of the text."""
    form = order.forms.make
    _check(form)
    near = form.cleaned_data["near"]
    snapshot = order.claim.sentence.snapshot
    start, end = find_span(
        snapshot, form.cleaned_data["words"], near=order.claim.start if near is None else near
    )
    made = make_claim_from_span(snapshot, start, end, by=order.by, kind=Kind(form.cleaned_data["kind"]))
    return Done(told=f"Made a claim, which waits for its review: “{made}”", goes_on=False)


def _decide_identical(action: Action, past: str) -> Callable[[Order], Done]:
    """The action that decides about the claim and its identical sentences, each on the version seen."""

    def act(order: Order) -> Done:
        _check(order.forms.seen)
        order.claim.version = order.forms.seen.cleaned_data["seen_version"]
        claims = [order.claim, *_read_twins(order)]
        reason = _read_reason(order.forms.seen, action)
        results = review_each(claims, action, by=order.by, reason=reason)
        refused = [result for result in results if result.error is not None]
        moved = len(results) - len(refused)
        return Done(told=f"{past} {moved} of {len(results)} identical ones", refused=refused)

    return act


def _read_twins(order: Order) -> list[Claim]:
    """The claims that the page listed as identical, each with the version that it showed."""
    seen = {}
    for written in order.data.getlist("twin"):
        key, _, version = written.partition(":")
        if not (key.isdecimal() and version.isdecimal() and len(written) < 30):
            raise FormRefusedError("The list of identical claims cannot be read: open the claim again.")
        seen[int(key)] = int(version)
    twins = list(Claim.objects.filter(pk__in=seen, quote=order.claim.quote).order_by("pk"))
    for twin in twins:
        twin.version = seen[twin.pk]
    return twins


EDITS = ("correct", "revise", "revise_reopened")
PLAIN = ("accept", "reject", "reopen", "accept_identical", "reject_identical")

ACTIONS: Mapping[str, Callable[[Order], Done]] = {
    "accept": _move(Action.ACCEPT, "Accepted"),
    "reject": _move(Action.REJECT, "Rejected"),
    "reopen": _move(Action.REOPEN, "Reopened", goes_on=False),
    "correct": _correct,
    "revise": _revise,
    "revise_reopened": _revise_reopened,
    "verdict": _judge,
    "make": _make,
    "accept_identical": _decide_identical(Action.ACCEPT, "Accepted"),
    "reject_identical": _decide_identical(Action.REJECT, "Rejected"),
}
"""What can be handed in, by the value of the button."""
