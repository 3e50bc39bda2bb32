"""What people decide about figures."""

import pytest

from claims.codelists import Disposition
from claims.errors import NotPermittedError, SupersededError
from claims.harvest import harvest
from claims.models import Figure
from claims.models.figure import FigureDecidedError
from claims.review import ReasonRequiredError
from claims.roles import DECIDE_FIGURE
from tests.builders import make_claim, make_figure, make_person, make_sentence, make_snapshot, make_user

pytestmark = pytest.mark.django_db


def test_a_dismissed_figure_says_who_why_and_what_it_is() -> None:
    figure, person = make_figure(disposition=Disposition.DATE), make_person(DECIDE_FIGURE)

    figure.dismiss(by=person, reason=" The name of a ship. ", disposition=Disposition.NAME)

    figure.refresh_from_db()
    assert (figure.disposition, figure.rule, figure.decided_by, figure.reason) == (
        "name", "", person, "The name of a ship.",
    )  # fmt: skip
    assert figure.decided_at is not None


def test_a_dismissed_figure_is_kept_by_newer_harvests() -> None:
    snapshot = make_snapshot("The Argo 9 left in 2019.")
    figure = make_figure(snapshot.sentences.get(), "2019", disposition=Disposition.DATE)
    figure.dismiss(by=make_person(DECIDE_FIGURE), reason="A pier.", disposition=Disposition.LABEL)
    harvest(snapshot)
    assert Figure.objects.get(surface="2019").disposition == "label"


def test_a_figure_with_a_claim_is_not_dismissed() -> None:
    figure = make_claim().figure
    assert figure is not None
    with pytest.raises(FigureDecidedError, match="reject the claim"):
        figure.dismiss(by=make_person(DECIDE_FIGURE), reason="No.", disposition=Disposition.NAME)


def test_a_dismissal_needs_a_reason_and_another_disposition() -> None:
    figure, person = make_figure(disposition=Disposition.DATE), make_person(DECIDE_FIGURE)
    with pytest.raises(ReasonRequiredError):
        figure.dismiss(by=person, reason=" ", disposition=Disposition.NAME)
    with pytest.raises(FigureDecidedError, match="what it is instead"):
        figure.dismiss(by=person, reason="No.", disposition=Disposition.CLAIM)


def test_who_may_not_decide_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="ann may not decide about figures"):
        make_figure().dismiss(by=make_user("ann"), reason="No.", disposition=Disposition.NAME)


def test_a_figure_that_a_newer_reading_replaced_is_told_to_be_gone() -> None:
    figure = make_figure(make_sentence("It was 70 or so."))
    Figure.objects.filter(pk=figure.pk).delete()
    with pytest.raises(SupersededError, match="newer reading"):
        figure.dismiss(by=make_person(DECIDE_FIGURE), reason="No.", disposition=Disposition.NAME)
