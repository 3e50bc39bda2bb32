"""What may take as long as it needs."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from claims.exports.csv_file import stream_csv
from claims.exports.json_lines import stream_json_lines
from claims.models import Claim
from claims.submission import Submission, submit
from sources.models import Source
from sources.models.unhurried import unhurried
from tests.builders import make_claim

SHORT = 0.2
LONG = 0.6


@pytest.fixture
def hasty(committed: None) -> Iterator[None]:
    """Statements are stopped after a moment, as those of requests are after some seconds."""
    connection.limit_statements(SHORT)  # type: ignore[attr-defined]  # our own
    yield
    connection.limit_statements(0)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("hasty")
def test_the_limit_is_back_behind_it() -> None:
    with unhurried(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [LONG])

    with pytest.raises(OperationalError, match="statement timeout"), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(%s)", [LONG])


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    "stream", [stream_csv, lambda claims: stream_json_lines(claims, Cast("uid", TextField()))]
)
def test_a_file_takes_its_time(stream: Callable[[QuerySet[Claim]], Iterable[bytes]]) -> None:
    make_claim()
    slow = Claim.objects.extra(where=[f"pg_sleep({LONG}) IS NOT NULL"])  # noqa: S610  # numbers of the test
    with pytest.raises(OperationalError, match="statement timeout"):
        slow.first()

    assert b"".join(stream(slow)).count(b"\n") >= 1


@pytest.mark.usefixtures("hasty")
def test_a_text_that_is_put_on_the_record_takes_its_time() -> None:
    boss = User.objects.create_superuser("boss")
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE sources_source IN SHARE MODE")
            held.set()
            done.wait(LONG)
            time.sleep(SHORT)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()

    submit(Submission(data=b"The port handled 12 ships.", name="port.txt"), by=boss)

    done.set()
    thread.join()
    assert Source.objects.count() == 1
