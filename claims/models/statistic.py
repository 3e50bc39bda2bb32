"""The thing measured."""

from django.core.exceptions import ValidationError
from django.db import models

from claims.measures.units import is_unit
from claims.measures.units.registry import NAMES, SIGNS, SYMBOLS
from sources.models.identity import Identified
from sources.models.names import HIDDEN, validate_name


def validate_unit(code: str) -> None:
    """Refuse a unit code that the table of units does not know."""
    if not is_unit(code):
        raise ValidationError(explain_unit(code), code="unknown_unit")


def explain_unit(text: str) -> str:
    """That a text is no unit code, and which one it may be meant for: “km” for kilometre."""
    meant = SYMBOLS.get(text) or SIGNS.get(text) or NAMES.get(text.lower())
    return f"“{text[:60]}” is no unit code: write {meant or 'one such as percent, kilometre or USD'}."


class StatisticManager(models.Manager["Statistic"]):
    """Finds statistics by name."""

    def get_by_natural_key(self, name: str) -> "Statistic":
        """The statistic of a name."""
        return self.get(name=name)


class Statistic(Identified):
    """Statistic 6 says that "cybercrime detection rate" is detected cases in percent of reported cases.

    Claims about one statistic, subject and period can be compared.
    """

    name = models.CharField(max_length=300, unique=True, validators=[validate_name])
    definition = models.TextField(blank=True)
    unit = models.CharField(max_length=60, blank=True, validators=[validate_unit])
    denominator = models.CharField(max_length=300, blank=True, help_text="What a share is a share of.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = StatisticManager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["updated_at", "id"], name="statistic_by_change")]
        constraints = [
            models.CheckConstraint(name="statistic_has_a_name", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="statistic_name_hides_nothing", condition=~models.Q(name__regex=HIDDEN)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The name, which no two statistics share."""
        return (self.name,)
