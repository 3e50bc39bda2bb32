"""The pages that the accessibility checker looks at: whoever makes a page adds it here."""

from collections.abc import Callable, Mapping
from functools import partial

from django.contrib.auth.models import User
from django.db.models import Model
from django.urls import reverse

from claims.codelists import Disposition
from claims.desk import assign
from claims.models import (
    Claim,
    Figure,
    Harvest,
    SecondPass,
)
from claims.review import Status
from claims.roles import ASK_SECOND_PASS, ASSIGN_WORK, DECIDE_FIGURE
from claims.second_pass import ask_for, decide
from config.access.models import Token
from tests.builders import (
    make_claim,
    make_figure,
    make_judge,
    make_judgement,
    make_person,
    make_reviewer,
    make_sentence,
    make_speaker,
    make_statistic,
    make_subject,
    make_token,
)
from tests.claims.admin.test_pages import OURS, locate

MODELS: tuple[type[Model], ...] = (*OURS, Token)


def make_record() -> None:
    """Rows of every kind that the pages may show."""
    reviewer, judge = make_reviewer("ines"), make_judge("tomas")
    statistic = make_statistic("share of exports")
    for _ in range(2):
        claim = make_claim(
            speaker=make_speaker(),
            subject=make_subject(),
            statistic=statistic,
            status=Status.ACCEPTED,
            by=reviewer,
        )
        claim.give_verdict(make_judgement(), by=judge)
        Harvest.objects.create(snapshot=claim.sentence.snapshot, extractor="test")
    make_figure(claim.sentence, "The", disposition=Disposition.DATE, rule="date")
    make_claim(status=Status.REJECTED, by=reviewer)
    make_shared_work(reviewer)
    make_ledger()
    make_token(reviewer)
    make_claim(statistic=statistic)


def make_shared_work(reviewer: User) -> None:
    """An assignment, two second decisions of which one differs, and a second pass that waits."""
    editor = make_person(ASK_SECOND_PASS, ASSIGN_WORK)
    assign(reviewer, by=editor, note="The port first.", speaker=make_speaker())
    claims = [make_claim(status=Status.ACCEPTED, by=reviewer) for _ in range(3)]
    same, other, _ = ask_for(claims, by=editor)
    second = make_reviewer("vera")
    decide(same, Status.ACCEPTED, by=second)
    decide(other, Status.REJECTED, by=second)


def make_ledger() -> None:
    """A text with figures of several dispositions, one of them decided by a person."""
    claim = make_claim(sentence=make_sentence("In 2019 hall 3 held 70 percent of the grain."))
    make_figure(claim.sentence, "2019", disposition=Disposition.DATE, rule="year")
    hall = make_figure(claim.sentence, "3", disposition=Disposition.NAME, rule="numbered_name")
    hall.dismiss(by=make_person(DECIDE_FIGURE), reason="It counts halls.", disposition=Disposition.ORDINAL)


def locate_newest(model: type[Model]) -> str:
    """The address of the page of a model's newest row."""
    newest = model._default_manager.order_by("-pk")[0]
    return locate(model, "change", newest.pk)


def locate_at_desk(status: Status) -> str:
    """The address at the desk of the newest claim of a status."""
    return reverse("desk:claim", args=[Claim.objects.filter(status=status).order_by("-pk")[0].pk])


def locate_ledger(query: str = "") -> str:
    """The address of the source whose figures were decided in several ways."""
    source = Figure.objects.get(surface="2019").sentence.snapshot.source_id
    return f"{reverse('admin:sources_source_change', args=[source])}{query}"


def locate_dismissed() -> str:
    """The address of the page of a figure that a person dismissed."""
    return reverse("admin:claims_figure_change", args=[Figure.objects.get(surface="3").pk])


def locate_waiting_pass() -> str:
    """The address where the second pass that waits is made."""
    return reverse("admin:claims_secondpass_decide", args=[SecondPass.objects.get(decision=None).pk])


def locate_waiting_claim() -> str:
    """The address of the page of the claim that the second pass is of."""
    return reverse("admin:claims_claim_change", args=[SecondPass.objects.get(decision=None).claim_id])


PAGES: Mapping[str, Callable[[], str]] = {
    "front page": lambda: reverse("admin:index"),
    **{
        f"list of {model._meta.verbose_name_plural}": partial(locate, model, "changelist") for model in MODELS
    },
    **{f"page of a {model._meta.verbose_name}": partial(locate_newest, model) for model in MODELS},
    "desk at a proposed claim": lambda: locate_at_desk(Status.PROPOSED),
    "desk at an accepted claim": lambda: locate_at_desk(Status.ACCEPTED),
    "ledger of a source": locate_ledger,
    "ledger, of one disposition": lambda: locate_ledger("?show=date"),
    "ledger, with words to make a claim of": lambda: locate_ledger("?words=70&kind=numeric#make-claim"),
    "page of a dismissed figure": locate_dismissed,
    "page of a new token": lambda: reverse("admin:access_token_add"),
    "page of a new assignment": lambda: reverse("admin:claims_assignment_add"),
    "second pass": locate_waiting_pass,
    "claim that waits for a second pass": locate_waiting_claim,
    "agreement": lambda: reverse("admin:claims_secondpass_agreement"),
    "end of the desk's queue": lambda: f"{reverse('desk:open')}?mine=on",
}
"""What a page is called, and how to find its address once `make_record` has made its rows."""
