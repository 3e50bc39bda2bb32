"""The desk's doors: each finds the claim, calls one job or method, and answers with a page or a way on."""

from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from claims.admin.desk.moves import Done, FormRefusedError, Order, build_forms, carry_out
from claims.admin.desk.page import DONE, describe_page, describe_queue, find_claim
from claims.admin.desk.queue_form import QueueForm
from claims.admin.named import NAMED, suggest
from claims.admin.second_pass import show_notice
from claims.desk import Queue, hold, release, take_next, take_previous
from claims.errors import ClaimsError, ConflictError, NotPermittedError, SupersededError
from claims.models import Claim
from claims.models.figure import FigureDecidedError
from claims.review import IllegalMoveError, NotAReviewerError, Status
from claims.roles import REVIEW_CLAIM, require
from claims.verdicts import VerdictRefusedError
from sources.admin.parameters import read_number
from sources.admin.people import get_person

CLASHES = (ConflictError, IllegalMoveError, VerdictRefusedError, FigureDecidedError)
"""Refusals because of what others, or the person before, have done to the claim."""


@require_GET
def open_desk(request: HttpRequest) -> HttpResponse:
    """Hand out the queue's next claim, or say that none is left."""
    _require_reviewer(request)
    form = QueueForm(request.GET)
    if not form.is_valid():
        return _show_end(request, form, Queue(), status=HTTPStatus.BAD_REQUEST)
    queue = form.build(get_person(request))
    claim = take_next(queue, by=get_person(request))
    if claim is None:
        return _show_end(request, form, queue)
    return _go_to(claim, form)


@require_http_methods(["GET", "POST"])
def review_claim(request: HttpRequest, key: int) -> HttpResponse:
    """Show a claim in its text, or do what is posted about it; to who may still decide blind, a choice."""
    _require_reviewer(request)
    claim = find_claim(key)
    if claim is None:
        return _show_superseded(request)
    try:
        if request.method == "POST":
            return _decide(request, claim)
        return _keep_blind(request, claim) or _show(request, claim)
    except SupersededError:  # replaced while the page was being made
        return _show_superseded(request)


@require_GET
def go_on(request: HttpRequest, key: int) -> HttpResponse:
    """Leave the claim and take the next one of the queue."""
    return _walk(request, key, forward=True)


@require_GET
def go_back(request: HttpRequest, key: int) -> HttpResponse:
    """Leave the claim and take the one before it."""
    return _walk(request, key, forward=False)


@require_POST
def renew_lease(request: HttpRequest, key: int) -> HttpResponse:
    """Keep the claim while somebody works on it; who has it, if that is another person."""
    _require_reviewer(request)
    try:
        lease = hold(Claim(pk=key), by=get_person(request))
    except SupersededError as error:
        return JsonResponse({"told": str(error)}, status=HTTPStatus.NOT_FOUND)
    if lease.holder_id == get_person(request).pk:
        return JsonResponse({"told": ""})
    return JsonResponse({"told": f"{lease.holder} was handed this claim; nothing that you type is lost."})


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the person's own last move, as the page named it."""
    _require_reviewer(request)
    form = QueueForm(request.GET)
    claim = find_claim(read_number(request.POST, "claim") or 0)
    if claim is None:
        return _show_superseded(request)
    try:
        claim.undo(by=get_person(request), expected_version=read_number(request.POST, "seen_version") or 0)
    except ClaimsError as error:
        return _refuse(request, claim, error)
    _count(request, -1)
    messages.success(request, f"Undone: “{claim}” is {claim.status} again.")
    return _go_to(claim, form)


@require_GET
def suggest_names(request: HttpRequest, kind: str) -> HttpResponse:
    """Names and codes for what somebody is typing."""
    _require_reviewer(request)
    term = request.GET.get("term", "").strip()[:100].replace("\x00", "")
    if kind not in {*NAMED, "unit"}:
        raise Http404("There are no such names.")
    return JsonResponse({"results": suggest(kind, term) if term else []})


def _require_reviewer(request: HttpRequest) -> None:
    """Refuse who may not review; raises PermissionDenied."""
    try:
        require(get_person(request), REVIEW_CLAIM, refusal=NotAReviewerError)
    except NotPermittedError as error:
        raise PermissionDenied(str(error)) from None


def _walk(request: HttpRequest, key: int, *, forward: bool) -> HttpResponse:
    """Leave a claim for its neighbour in the queue; where there is none the person stays."""
    _require_reviewer(request)
    user, form, claim = get_person(request), QueueForm(request.GET), Claim(pk=key)
    queue = form.build(user) if form.is_valid() else Queue()
    found = take_next(queue, by=user, after=claim) if forward else take_previous(queue, by=user, before=claim)
    if found is None:
        messages.info(request, f"This is the queue's {'last' if forward else 'first'} claim.")
        return _go_to(claim, form)
    release(claim, by=user)
    return _go_to(found, form)


def _keep_blind(request: HttpRequest, claim: Claim) -> HttpResponse | None:
    """The choice to make a claim's second pass before the first decision is seen, for who may make it."""
    if claim.status == Status.PROPOSED:
        return None
    way_on = _extend(reverse("desk:next", args=[claim.pk]), QueueForm(request.GET))
    return show_notice(admin.site, request, claim, way_on=way_on)


def _decide(request: HttpRequest, claim: Claim) -> HttpResponse:
    """Do what is posted; on a refusal show the claim as it stands, with all that was typed."""
    order = Order(
        claim=claim, forms=build_forms(claim, request.POST), data=request.POST, by=get_person(request)
    )
    try:
        done = carry_out(order)
    except ClaimsError as error:
        return _refuse(request, claim, error, order=order)
    return _report(request, claim, done)


def _report(request: HttpRequest, claim: Claim, done: Done) -> HttpResponse:
    """Say what was done and go on, or stay."""
    form = QueueForm(request.GET)
    messages.success(request, done.told)
    for result in done.refused:
        messages.error(request, f"Not “{result.claim}”: {result.error}")
    if not done.goes_on:
        return _go_to(claim, form)
    _count(request, 1)
    user = get_person(request)
    queue = form.build(user) if form.is_valid() else Queue()
    # Behind the last claim the queue begins again, with what was passed over.
    found = take_next(queue, by=user, after=claim) or take_next(queue, by=user)
    return _show_way_on(form) if found is None else _go_to(found, form)


def _refuse(
    request: HttpRequest, claim: Claim, error: ClaimsError, *, order: Order | None = None
) -> HttpResponse:
    """Answer a refused action: the page as the claim stands now, what changed, and what was typed."""
    if isinstance(error, NotPermittedError):
        raise PermissionDenied(str(error))
    standing = find_claim(claim.pk)
    if standing is None:
        return _show_superseded(request)
    conflict = error
    if isinstance(error, FormRefusedError) and order is not None and order.forms.edit.conflict is not None:
        conflict = order.forms.edit.conflict
    status = HTTPStatus.CONFLICT if isinstance(conflict, CLASHES) else HTTPStatus.BAD_REQUEST
    return _show(request, standing, order=order, error=conflict, status=status)


def _show(
    request: HttpRequest,
    claim: Claim,
    *,
    order: Order | None = None,
    error: ClaimsError | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page of a claim."""
    forms = build_forms(claim) if order is None else order.forms
    form = QueueForm(request.GET)
    context = describe_page(request, claim, queue_form=form, forms=forms)
    typed = QueryDict() if order is None else order.data
    context |= {
        "error": error,
        "action": typed.get("action", ""),
        "typed_reason": typed.get("reason", ""),
        # Whoever has not been told yet what changed still decides about the version of then.
        "seen_version": claim.version
        if isinstance(error, ConflictError)
        else read_number(typed, "seen_version") or claim.version,
    }
    return _answer(request, "claim", context, status)


def _show_end(
    request: HttpRequest, form: QueueForm, queue: Queue, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    """The page that a queue ends with, or that says what is wrong with its filters."""
    return _answer(request, "end", {"title": "Review desk", **describe_queue(request, form, queue)}, status)


def _show_superseded(request: HttpRequest) -> HttpResponse:
    """The page for a claim that is no longer there."""
    form = QueueForm(request.GET)
    context = {"title": "Review desk", "is_superseded": True, **describe_queue(request, form, Queue())}
    return _answer(request, "end", context, HTTPStatus.NOT_FOUND)


def _answer(request: HttpRequest, page: str, context: dict[str, Any], status: int) -> HttpResponse:
    """A page of the desk inside the admin."""
    context = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, f"claims/admin/desk/{page}.html", context, status=status)


def _go_to(claim: Claim, form: QueueForm) -> HttpResponse:
    """The way to a claim's page, in the same queue."""
    return HttpResponseRedirect(_extend(reverse("desk:claim", args=[claim.pk]), form))


def _show_way_on(form: QueueForm) -> HttpResponse:
    """The way to the queue's end."""
    return HttpResponseRedirect(_extend(reverse("desk:open"), form))


def _extend(address: str, form: QueueForm) -> str:
    """The address with the queue behind it."""
    return f"{address}?{form.address}" if form.address else address


def _count(request: HttpRequest, step: int) -> None:
    """Count the decisions of this login."""
    request.session[DONE] = max(0, request.session.get(DONE, 0) + step)
