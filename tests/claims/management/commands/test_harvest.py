"""`manage.py harvest` as people run it."""

import io

import pytest
from django.core.management import call_command

from claims.models import Claim, Figure, Harvest
from tests.builders import make_snapshot

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("harvest", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_texts_that_were_not_read_are_read_and_no_others() -> None:
    make_snapshot("The port handled 12 ships in 2019.")
    make_snapshot("Five boats sank.")
    assert "2 texts read by extractor" in run("--processes", "0")
    assert (Figure.objects.count(), Claim.objects.count(), Harvest.objects.count()) == (3, 2, 2)
    make_snapshot("Seven rafts came.")
    assert "1 texts read by extractor" in run()
    assert "3 texts read by extractor" in run("--again")
    assert (Figure.objects.count(), Harvest.objects.count()) == (4, 3)
