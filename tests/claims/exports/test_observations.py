"""Accepted values as observations."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from claims.codelists import Modality
from claims.exports.observations import stream_observations, write_period
from claims.models import Claim
from claims.review import Status
from tests.builders import make_claim, make_quantity, make_statistic, make_subject

YEAR: dict[str, Any] = {
    "period": "in 2025",
    "period_start": date(2025, 1, 1),
    "period_end": date(2025, 12, 31),
}


def read() -> list[dict[str, str]]:
    """The observations among all claims."""
    stream = stream_observations(Claim.objects.all(), lambda uid: f"https://record.example/{uid}")
    return list(csv.DictReader(io.StringIO(b"".join(stream).decode(), newline="")))


@pytest.mark.django_db
def test_an_accepted_value_is_an_observation() -> None:
    statistic, subject = make_statistic("late ships"), make_subject("Port of Aden")
    claim = make_claim(status=Status.ACCEPTED, statistic=statistic, subject=subject, **YEAR)

    assert read() == [
        {
            "variable": f"onrecord/{statistic.uid}",
            "entity": f"onrecord/{subject.uid}",
            "date": "2025",
            "value": "70",
            "unit": "percent",
            "observationPeriod": "P1Y",
            "measurementMethod": "OnrecordAccepted",
            "variableName": "late ships",
            "entityName": "Port of Aden",
            "provenanceUrl": f"https://record.example/{claim.uid}",
            "sourceUrl": "",
        }
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.PROPOSED},
        {"status": Status.REJECTED},
        {"quantity": make_quantity(">", "70")},
        {"quantity": make_quantity("range", "70", "80")},
        {"modality": Modality.FORECAST},
        {"statistic": None},
        {"subject": None},
        {"period": "", "period_start": None, "period_end": None},
    ],
)
def test_what_observes_nothing_is_left_out(change: dict[str, Any]) -> None:
    about = {"status": Status.ACCEPTED, "statistic": make_statistic(), "subject": make_subject(), **YEAR}

    make_claim(**{**about, **change})

    assert read() == []


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (date(2025, 3, 9), date(2025, 3, 9), ("2025-03-09", "P1D")),
        (date(2024, 2, 1), date(2024, 2, 29), ("2024-02", "P1M")),
        (date(2025, 1, 1), date(2025, 12, 31), ("2025", "P1Y")),
        (date(2025, 3, 30), date(2025, 4, 2), ("2025-03-30", "P4D")),
        (date(2024, 1, 1), date(2025, 12, 31), ("2024-01-01", "P731D")),
    ],
)
def test_a_span_of_days_is_as_short_as_it_can_be(start: date, end: date, written: tuple[str, str]) -> None:
    assert write_period(start, end) == written
