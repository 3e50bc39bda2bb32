"""Rows for tests: each builder makes one row that is valid as it stands; a test names only what it is about.

Texts are written to the database as they are read: sentences come from `sources.sentences.split`, spans are
looked up in them, claims are moved by their review methods. So no builder can make a row that could not be.
"""

import hashlib
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.db import connection, models
from django.utils import timezone

from claims.codelists import Disposition, Kind
from claims.measures.quantity import Comparator, Quantity
from claims.models import Claim, Exhibit, Figure, Judgement, Review, SecondPass, Speaker, Statistic, Subject
from claims.review import Action, Status
from claims.roles import ASK_SECOND_PASS, CONFIRM_VERDICT, GIVE_VERDICT, REVIEW_CLAIM
from claims.second_pass import ask_for
from claims.verdicts import Outcome, Stance
from config.access.models import Token
from sources.api.needs import Scope
from sources.models import Publisher, Sentence, Snapshot, Source
from sources.sentences import split

OPEN_HIGH = (Comparator.MORE, Comparator.AT_LEAST)
OPEN_LOW = (Comparator.LESS, Comparator.AT_MOST)
STRICT = (Comparator.MORE, Comparator.LESS)


def count_next(model: type[models.Model]) -> int:
    """A number that no row of the model has in its name yet."""
    return model._default_manager.count() + 1


def make_publisher(name: str = "", **columns: Any) -> Publisher:
    """A publisher; its name is its own unless given."""
    return Publisher.objects.create(name=name or f"Publisher {count_next(Publisher)}", **columns)


def make_source(slug: str = "", *, publisher: Publisher | None = None, **columns: Any) -> Source:
    """A source of a publisher, a new one unless given."""
    number = count_next(Source)
    columns = {"title": f"Source {number}", "kind": Source.Kind.NEWS, "language": "en", **columns}
    return Source.objects.create(
        slug=slug or f"source-{number}", publisher=publisher or make_publisher(), **columns
    )


def make_snapshot(text: str, *, source: Source | None = None, **columns: Any) -> Snapshot:
    """A snapshot with that text, cut into its sentences, of a new source unless given."""
    snapshot = make_uncut_snapshot(text, source=source, **columns)
    Sentence.objects.bulk_create(
        Sentence(
            snapshot=snapshot,
            ordinal=ordinal,
            start=span.start,
            end=span.end,
            role=span.role.value,
            text=text[span.start : span.end],
        )
        for ordinal, span in enumerate(split(text), start=1)
    )
    return snapshot


def make_uncut_snapshot(text: str, *, source: Source | None = None, **columns: Any) -> Snapshot:
    """A snapshot without sentences."""
    source = source or make_source()
    digest = hashlib.sha256(text.encode()).hexdigest()
    columns = {"bytes_sha256": digest, "text_sha256": digest, "encoding": "utf-8", **columns}
    return Snapshot.objects.create(
        source=source, number=source.snapshots.count() + 1, text=text, read_at=timezone.now(), **columns
    )


def make_sentence(
    text: str, *, source: Source | None = None, role: Sentence.Role = Sentence.Role.BODY
) -> Sentence:
    """The whole text of a new snapshot as one sentence, in the body unless named otherwise."""
    snapshot = make_uncut_snapshot(text, source=source)
    return Sentence.objects.create(snapshot=snapshot, ordinal=1, start=0, end=len(text), role=role, text=text)


def make_figure(
    sentence: Sentence | None = None,
    surface: str = "70",
    *,
    disposition: Disposition = Disposition.CLAIM,
    rule: str = "quantity",
    **columns: Any,
) -> Figure:
    """The figure at the first place where the sentence has these words."""
    sentence = sentence or make_sentence(f"The harbour handled {surface} ships.")
    start = sentence.start + sentence.text.index(surface)
    columns = {"extractor": "test", **columns}
    return Figure.objects.create(
        sentence=sentence,
        start=start,
        end=start + len(surface),
        surface=surface,
        disposition=disposition,
        rule=rule,
        **columns,
    )


def make_quantity(comparator: str, *numbers: str, **details: Any) -> Quantity:
    """What a comparator states: (">", "100") is (100, ) and ("range", "20", "30") is [20, 30]."""
    comparator = Comparator(comparator)
    low = None if comparator in OPEN_LOW else Decimal(numbers[0])
    high = None if comparator in OPEN_HIGH else Decimal(numbers[-1])
    closed = comparator not in STRICT
    return Quantity(
        low=low,
        high=high,
        low_inclusive=closed and low is not None,
        high_inclusive=closed and high is not None,
        comparator=comparator,
        **details,
    )


def make_claim(
    quantity: Quantity | None = None,
    *,
    sentence: Sentence | None = None,
    surface: str = "70 percent",
    status: Status = Status.PROPOSED,
    by: User | None = None,
    **columns: Any,
) -> Claim:
    """A numeric claim that quotes its figure's words: [70, 70] percent unless another quantity is given.

    With a status other than proposed, the move to it is made by the reviewer `by`, a new one unless given.
    """
    quantity = quantity or make_quantity("=", "70", unit="percent", significant_digits=2)
    sentence = sentence or make_sentence(f"The harbour handled {surface} of all exports.")
    figure = make_figure(sentence, surface)
    columns = {"extractor": "test", "noun": "exports", **columns}
    claim: Claim = Claim.objects.create(
        kind=Kind.NUMERIC,
        sentence=sentence,
        figure=figure,
        start=figure.start,
        end=figure.end,
        quote=surface,
        low=quantity.low,
        high=quantity.high,
        low_inclusive=quantity.low_inclusive,
        high_inclusive=quantity.high_inclusive,
        comparator=quantity.comparator.value,
        approximation=quantity.approximation,
        significant_digits=quantity.significant_digits,
        unit=quantity.unit,
        **columns,
    )
    if status is not Status.PROPOSED:
        move_claim(claim, Action.ACCEPT if status is Status.ACCEPTED else Action.REJECT, by=by)
    return claim


def make_fact(sentence: Sentence | None = None, *, quote: str = "", **columns: Any) -> Claim:
    """A factual claim that quotes the whole sentence or some of its words."""
    sentence = sentence or make_sentence("The harbour is closed.")
    quote = quote or sentence.text
    start = sentence.start + sentence.text.index(quote)
    columns = {"extractor": "test", **columns}
    claim: Claim = Claim.objects.create(
        kind=Kind.FACTUAL, sentence=sentence, start=start, end=start + len(quote), quote=quote, **columns
    )
    return claim


def move_claim(claim: Claim, action: Action, *, by: User | None = None, reason: str = "") -> Review:
    """One review of a claim, by a new reviewer unless given."""
    return claim.review(action, by=by or make_reviewer(), reason=reason)


def make_speaker(name: str = "", **columns: Any) -> Speaker:
    """A speaker; the name is its own unless given."""
    return Speaker.objects.create(name=name or f"Speaker {count_next(Speaker)}", **columns)


def make_subject(name: str = "", *, kind: Subject.Kind = Subject.Kind.PLACE, **columns: Any) -> Subject:
    """A subject, a place unless named otherwise."""
    return Subject.objects.create(name=name or f"Subject {count_next(Subject)}", kind=kind, **columns)


def make_statistic(name: str = "", **columns: Any) -> Statistic:
    """A statistic; the name is its own unless given."""
    return Statistic.objects.create(name=name or f"Statistic {count_next(Statistic)}", **columns)


def make_user(username: str = "", **columns: Any) -> User:
    """A person with no permission, and no password unless given: tests log in without one."""
    return User.objects.create_user(username or f"user-{count_next(User)}", **columns)


def make_reviewer(username: str = "", **columns: Any) -> User:
    """A person who may review claims, and nothing else."""
    return make_person(REVIEW_CLAIM, username=username or f"reviewer-{count_next(User)}", **columns)


def make_person(*permissions: str, username: str = "", **columns: Any) -> User:
    """A person with these permissions, each as `app.codename`."""
    person = make_user(username or f"person-{count_next(User)}", **columns)
    for permission in permissions:
        app, codename = permission.split(".")
        person.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return User.objects.get(pk=person.pk)


def make_member(role: str, *, username: str = "", **columns: Any) -> User:
    """A person who belongs to a role's group alone, and is called like it unless named otherwise."""
    person = make_user(username or role, **columns)
    person.groups.add(Group.objects.get(name=role))
    return person


def make_judge(username: str = "", **columns: Any) -> User:
    """A person who may give and confirm verdicts, and review claims."""
    return make_person(REVIEW_CLAIM, GIVE_VERDICT, CONFIRM_VERDICT, username=username, **columns)


def make_judgement(outcome: Outcome = Outcome.REFUTED, **details: Any) -> Judgement:
    """A judgement that rests on a link."""
    details = {"rationale": "The port's own list has 61.", "evidence": (make_exhibit(),), **details}
    return Judgement(outcome=outcome, **details)


def make_exhibit(**details: Any) -> Exhibit:
    """A piece of evidence: a link that refutes, unless named otherwise."""
    details = {"stance": Stance.REFUTES, "link": "https://example.org/list", **details}
    return Exhibit(**details)


def make_second_pass(claim: Claim | None = None) -> SecondPass:
    """The second pass over a decided claim, an accepted one unless given, that somebody has asked for."""
    claim = claim or make_claim(status=Status.ACCEPTED)
    (asked,) = ask_for([claim], by=make_person(ASK_SECOND_PASS))
    return asked


def check_deferred() -> None:
    """Fire what the database would check at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def make_token(user: User, scope: Scope = Scope.ADMIN, **columns: Any) -> str:
    """The token with which programs act as that person, in plain; it never expires unless told."""
    columns = {"name": f"token {count_next(Token)}", **columns}
    return Token(user=user, scope=scope, **columns).issue(by=user)
