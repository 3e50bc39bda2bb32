"""Whom the names in a text mean."""

import pytest

from claims.models import Speaker
from claims.speakers import fetch_speakers
from tests.builders import make_speaker

pytestmark = pytest.mark.django_db

SHORT, FULL = "Colonel Anna Berg", "Colonel Anna Lee Berg"


def test_speaker_that_is_missing_is_made() -> None:
    known = make_speaker("Rosa Brandt")

    speakers = fetch_speakers(["Rosa Brandt", "Karl Ode"])

    assert speakers["Rosa Brandt"] == known
    assert speakers["Karl Ode"].name == "Karl Ode"
    assert Speaker.objects.count() == 2


def test_short_form_is_whom_the_record_names_in_full() -> None:
    full = make_speaker(FULL)

    assert fetch_speakers([SHORT]) == {SHORT: full}


def test_short_form_is_whom_the_same_texts_name_in_full() -> None:
    speakers = fetch_speakers([SHORT, FULL])

    assert speakers[SHORT] == speakers[FULL]
    assert Speaker.objects.get().name == FULL


def test_short_form_that_two_names_fit_is_a_speaker_of_its_own() -> None:
    make_speaker(FULL)
    make_speaker("Colonel Anna May Berg")

    assert fetch_speakers([SHORT])[SHORT].name == SHORT


def test_name_longer_than_its_column_is_cut() -> None:
    name = "Rosa " + "B" * 400

    speakers = fetch_speakers([name])

    assert speakers[name].name == name[:300]


def test_characters_that_nobody_sees_make_no_other_speaker() -> None:
    known = make_speaker("Rosa Brandt")

    speakers = fetch_speakers(["Rosa\u00a0Brandt", "Rosa \u200bBrandt", "Ro\u00adsa\nBrandt", "\ufeff"])

    assert speakers["Rosa \u200bBrandt"] == speakers["Ro\u00adsa\nBrandt"] == known
    assert "\ufeff" not in speakers
    assert Speaker.objects.count() == 2


def test_no_name_is_nobody() -> None:
    assert fetch_speakers([""]) == {}
    assert not Speaker.objects.exists()
