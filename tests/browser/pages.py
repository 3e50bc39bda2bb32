"""The pages that the accessibility checker looks at: whoever makes a page adds it here."""

from collections.abc import Callable, Mapping
from functools import partial

from django.db.models import Model
from django.urls import reverse

from claims.codelists import Disposition
from claims.models import Claim, Evidence, Figure, Harvest, Review, Speaker, Statistic, Subject, Verdict
from claims.review import Status
from sources.models import Publisher, Sentence, Snapshot, Source
from tests.builders import (
    make_claim,
    make_figure,
    make_judge,
    make_judgement,
    make_reviewer,
    make_speaker,
    make_statistic,
    make_subject,
)

MODELS: tuple[type[Model], ...] = (
    Publisher, Source, Snapshot, Sentence, Figure, Claim, Harvest, Review, Speaker, Statistic, Subject,
    Verdict, Evidence,
)  # fmt: skip


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
    make_claim(statistic=statistic)


def locate_list(model: type[Model]) -> str:
    """The address of a model's list."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def locate_newest(model: type[Model]) -> str:
    """The address of the page of a model's newest row."""
    newest = model._default_manager.order_by("-pk")[0]
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[newest.pk])


def locate_at_desk(status: Status) -> str:
    """The address at the desk of the newest claim of a status."""
    return reverse("desk:claim", args=[Claim.objects.filter(status=status).order_by("-pk")[0].pk])


PAGES: Mapping[str, Callable[[], str]] = {
    "front page": lambda: reverse("admin:index"),
    **{f"list of {model._meta.verbose_name_plural}": partial(locate_list, model) for model in MODELS},
    **{f"page of a {model._meta.verbose_name}": partial(locate_newest, model) for model in MODELS},
    "desk at a proposed claim": lambda: locate_at_desk(Status.PROPOSED),
    "desk at an accepted claim": lambda: locate_at_desk(Status.ACCEPTED),
    "agreement": lambda: reverse("admin:claims_secondpass_agreement"),
    "end of the desk's queue": lambda: f"{reverse('desk:open')}?mine=on",
}
"""What a page is called, and how to find its address once `make_record` has made its rows."""
