"""What a reviewer does in a day, each as a function that may be timed again and again."""

from collections.abc import Callable, Iterator
from functools import partial

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from benchmarks.record_parts.words import RARE
from claims.desk import Queue, assign, count_left, release, take_next
from claims.models import Assignment, Claim, Lease, Speaker, Statistic
from claims.review import Status
from claims.second_pass import take_next_pass
from sources.models import Source

EDITOR, REVIEWER = "ada", "ben"
MIDDLE = 0.5
"""Where in the record the source and the claim stand whose pages are opened."""


def list_cases() -> dict[str, Callable[[], object]]:
    """The cases by name, on the database that the connection leads to."""
    Lease.objects.all().delete()
    claim = Claim.objects.filter(pk__gte=_place(Claim), status=Status.PROPOSED).order_by("pk")[0]
    source = Source.objects.filter(pk__gte=_place(Source)).order_by("pk")[0]
    return {**_list_desk(source), **_list_pages(claim, source), **_list_api(source)}


def _place(model: type[Claim] | type[Source]) -> int:
    """A key in the middle of a table."""
    return int(model.objects.order_by("-pk").values_list("pk", flat=True)[0] * MIDDLE)


def _list_desk(source: Source) -> dict[str, Callable[[], object]]:
    """Next claims, what is left, and a decision."""
    person = User.objects.get(username=REVIEWER)
    speaker, statistic = Speaker.objects.get(pk=1), Statistic.objects.get(pk=1)
    if not Assignment.objects.filter(assignee=person).exists():
        for criteria in ({"speaker": speaker}, {"statistic": statistic}, {"source": source}):
            assign(person, by=User.objects.get(username=EDITOR), **criteria)
    queues = {
        "all": Queue(),
        "of a speaker": Queue(speaker=speaker),
        "of a statistic": Queue(statistic=statistic),
        "of a unit": Queue(unit="percent"),
        "of a source": Queue(source=source),
        "assigned to me": Queue(assigned_to=person),
    }
    cases: dict[str, Callable[[], object]] = {}
    for name, queue in queues.items():
        cases[f"desk: next claim, {name}"] = partial(_take, queue, person)
        cases[f"desk: what is left, {name}"] = partial(count_left, queue)
    cases["desk: a decision"] = partial(_decide, iter(Claim.objects.filter(status="proposed")[:200]), person)
    cases["desk: next second pass"] = partial(take_next_pass, by=person)
    return cases


def _take(queue: Queue, person: User) -> None:
    claim = take_next(queue, by=person)
    if claim is not None:
        release(claim, by=person)


def _decide(claims: Iterator[Claim], person: User) -> None:
    next(claims).accept(by=person)


def _list_pages(claim: Claim, source: Source) -> dict[str, Callable[[], object]]:
    """The admin's pages, opened by an editor."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username=EDITOR))
    claims = reverse("admin:claims_claim_changelist")
    addresses = {
        "first page": reverse("admin:index"),
        "claims": claims,
        "claims, page 100": f"{claims}?p=100",
        "claims, proposed": f"{claims}?status__exact=proposed",
        "claims, rejected": f"{claims}?status__exact=rejected",
        "claims, refuted": f"{claims}?verdict__exact=refuted",
        "claims, numeric": f"{claims}?kind__exact=numeric",
        "claims, more than": f"{claims}?comparator=%3E",
        "claims, in years": f"{claims}?unit=year",
        "claims, of a source": f"{claims}?sentence__snapshot__source__id__exact={source.pk}",
        "claims, of a speaker": f"{claims}?speaker__id__exact=1",
        "claims, 20 to 21": f"{claims}?value_from=20&value_to=21",
        "claims, of a speaker, accepted": f"{claims}?speaker__id__exact=1&status__exact=accepted",
        f"claims, search {RARE}": f"{claims}?q={RARE}",
        "figures": reverse("admin:claims_figure_changelist"),
        "reviews": reverse("admin:claims_review_changelist"),
        "second passes": reverse("admin:claims_secondpass_changelist"),
        "agreement": reverse("admin:claims_secondpass_agreement"),
        "a claim": reverse("admin:claims_claim_change", args=[claim.pk]),
        "a source's ledger": reverse("admin:sources_source_change", args=[source.pk]),
    }
    return {f"admin: {name}": partial(_open, client, address) for name, address in addresses.items()}


def _list_api(source: Source) -> dict[str, Callable[[], object]]:
    """Lists of the API, read by anybody."""
    client = Client(SERVER_NAME="localhost")
    queries = {
        "claims": "",
        "claims, accepted": "?status=accepted",
        "claims, in years": "?unit=year",
        "claims, of a source": f"?source={source.slug}",
        "claims, that hold 21": "?value_contains=21",
    }
    cases = {
        f"API: {name}": partial(_open, client, f"/api/v1/claims/{query}") for name, query in queries.items()
    }
    return {**cases, "API: agreement": partial(_open, client, "/api/v1/agreement/")}


def _open(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers with {answer.status_code}.")
