"""One review, durable: the claim's own method beside a bare UPDATE by key of a table without triggers."""

import time
from collections.abc import Callable
from statistics import median

from django.contrib.auth.models import Permission, User
from django.db import connection

from claims.models import Claim
from claims.review import Status

MOVES = 300


def measure() -> dict[str, float]:
    """Median milliseconds of both, in turn over the same claims, and how many times as long ours takes."""
    reviewer = make_reviewer()
    keys = list(Claim.objects.filter(status=Status.PROPOSED).values_list("pk", flat=True)[:MOVES])
    make_bare_table()
    ours: list[float] = []
    bare: list[float] = []
    for claim in Claim.objects.filter(pk__in=keys):
        bare.append(time_call(lambda key=claim.pk: update_bare(key)))  # type: ignore[misc]
        ours.append(time_call(lambda claim=claim: claim.accept(by=reviewer)))  # type: ignore[misc]
    return {
        "review_ms": median(ours) * 1000,
        "update_ms": median(bare) * 1000,
        "ratio": median(ours) / median(bare),
    }


def make_reviewer() -> User:
    """Who may review; the permission is looked up once, as it is in a request."""
    reviewer, _ = User.objects.get_or_create(username="benchmark")
    reviewer.user_permissions.add(Permission.objects.get(codename="review_claim"))
    reviewer = User.objects.get(pk=reviewer.pk)
    reviewer.get_all_permissions()
    return reviewer


def make_bare_table() -> None:
    """The claims again, with their indexes and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS benchmark_bare_claim")
        cursor.execute("CREATE TABLE benchmark_bare_claim (LIKE claims_claim INCLUDING INDEXES)")
        cursor.execute("INSERT INTO benchmark_bare_claim SELECT * FROM claims_claim")


def update_bare(key: int) -> None:
    """The least that a move is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE benchmark_bare_claim SET status = 'accepted', version = version + 1 WHERE id = %s", [key]
        )


def time_call(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin
