"""Names without hidden characters."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models

from claims.models import Speaker, Statistic, Subject
from config.access.models import Token
from sources.models import Publisher, PublisherEvent
from sources.models.names import HIDDEN, NamesAlikeError, clean_name, clean_names, validate_name
from tests.builders import make_publisher, make_user

ZWNJ, ZWJ = "\u200c", "\u200d"

SEEN = {
    "Jürgen Stock": "letters",
    "O’Neil–Smith & Söhne (北京)": "signs",
    "Ann\u00a0Berg": "a space that keeps its words together has a width",
    f"می{ZWNJ}خواهم": "Persian: a prefix that does not join",
    f"ش{ZWJ}ش": "Arabic letters that are to join",
    f"\u0dc1\u0dca{ZWJ}\u0dbb\u0dd3 ලංකා": "Sinhala: Sri Lanka",
    f"\u09b0{ZWJ}\u09cd\u09af\u09be\u09ac": "Bengali: RAB",
    f"\u0d2e\u0d4b\u0d39\u0d28\u0d4d{ZWJ}": "Malayalam: a chillu at the end, spelt as of old",
    f"\u0915\u094d{ZWNJ}\u0937": "Hindi: letters that are not to stack",
    "\u845b\U000e0100城": "Japanese: one of an ideograph's shapes",
    "I \u2764\ufe0f News": "a symbol in colour",
}

UNSEEN = {
    "Gaz\u200bette": "a space without width",
    "\u200e\u202eGazette\u202c": "an override of direction",
    "\u2066Gazette\u2069": "an isolate",
    "Gazette\u200f": "a mark of direction",
    "\ufeffGazette": "a byte order mark",
    "Ga\u00adzette": "a soft hyphen",
    "Gaz\u2060ette": "a joiner of words",
    "Gaz\nette": "a line end",
    "Gaz\tette": "a tab",
    "\u3164": "a filler",
    f"Ga{ZWNJ}zette": "a joiner between letters that never join",
    f"Gazette{ZWJ}": "a joiner at the end",
    f"می{ZWNJ}": "a joiner that no letter follows",
    f"{ZWJ}\u0dbb": "a joiner that no letter precedes",
    "Gazette\ufe0f": "a selector behind a letter of one shape",
    "Gazette\U000e0067": "a tag",
}


@pytest.mark.parametrize("name", SEEN, ids=SEEN.get)
def test_name_is_taken_in_any_script(name: str) -> None:
    validate_name(name)

    assert clean_name(name) == name


@pytest.mark.parametrize("name", UNSEEN, ids=UNSEEN.get)
def test_hidden_character_is_refused_and_taken_out(name: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_name(name)

    assert refusal.value.code == "hidden_character"
    assert not re.search(HIDDEN, clean_name(name))


def test_refusal_says_which_character_where_and_what_to_do() -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_name("Gaz\u200bette\n")

    assert refusal.value.messages == [
        "Character 4 is hidden (U+200B, ZERO WIDTH SPACE): “Gaz⟨U+200B⟩ette⟨U+000A⟩”. Write it without that."
    ]


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Gaz\u200bette\ufeff", "Gazette"),
        ("Anna\nBerg", "Anna Berg"),
        (" Anna Berg\u2028", "Anna Berg"),
        (f"ب\u061c{ZWNJ}A", "بA"),
        ("\u200b", ""),
    ],
)
def test_name_of_a_text_is_what_is_seen_of_it(written: str, clean: str) -> None:
    assert clean_name(written) == clean


@pytest.mark.django_db
def test_postgresql_sees_the_same_characters_as_python() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(chr(n), '') FROM generate_series(1, 1114111) n "
            "WHERE n NOT BETWEEN 55296 AND 57343 AND 'a' || chr(n) || 'b' ~ %s",
            [HIDDEN],
        )
        (hidden,) = cursor.fetchone()
        cursor.execute("SELECT array_agg(name ~ %s) FROM unnest(%s::text[]) name", [HIDDEN, [*SEEN, *UNSEEN]])
        (told,) = cursor.fetchone()

    every = [chr(n) for n in range(1, 0x110000) if not 0xD800 <= n <= 0xDFFF]
    assert set(hidden) == {character for character in every if re.search(HIDDEN, f"a{character}b")}
    assert told == [False] * len(SEEN) + [True] * len(UNSEEN)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "known"),
    [
        (Publisher, {}),
        (Speaker, {}),
        (Statistic, {}),
        (Subject, {"kind": "place"}),
        (Token, {"scope": "read", "digest": "0" * 64}),
    ],
)
def test_database_refuses_hidden_characters(model: type[models.Model], known: dict[str, str]) -> None:
    person = {"user": make_user("ann")} if model is Token else {}

    with pytest.raises(IntegrityError, match="_name_hides_nothing"):
        model._default_manager.create(name="Gaz\u200bette", **known, **person)


@pytest.fixture
def earlier(db: None) -> None:
    """A table of publishers as it was before names were looked at."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE sources_publisher DROP CONSTRAINT publisher_name_hides_nothing")


@pytest.mark.usefixtures("earlier")
def test_names_that_were_there_are_cleaned_and_the_audit_trail_tells() -> None:
    publisher = make_publisher("Gaz\u200bette")
    since = publisher.updated_at

    clean_names(Publisher)

    publisher.refresh_from_db()
    assert publisher.name == "Gazette"
    assert publisher.updated_at > since
    assert PublisherEvent.objects.get().name == "Gaz\u200bette"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("earlier")
def test_names_that_would_be_anothers_are_told_and_left() -> None:
    make_publisher("Gazette")
    alike, empty = make_publisher("Gaz\u200bette"), make_publisher("\ufeff")

    with pytest.raises(NamesAlikeError) as refusal:
        clean_names(Publisher)

    told = f"{alike.pk} “Gaz⟨U+200B⟩ette”, {empty.pk} “⟨U+FEFF⟩”"
    assert f"these publishers have no name, or another's: {told}." in str(refusal.value)
    assert set(Publisher.objects.values_list("name", flat=True)) == {"Gazette", "Gaz\u200bette", "\ufeff"}
