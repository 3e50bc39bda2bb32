"""A claim's version: who saves on an old one is told what changed since."""

from collections.abc import Mapping
from typing import Any, Self

from django.db import models

from claims.errors import SupersededError
from claims.models.conflicts import describe_conflict
from sources.models.identity import Identified


class Versioned(Identified):
    """A row whose version counts its changes; every change locks the row first."""

    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts the changes; 1 as it was made."
    )

    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def lock(self, expected_version: int | None = None) -> Self:
        """The row as it stands, locked until the transaction ends.

        Raises SupersededError where it is gone, ConflictError where its version is not the expected one.
        """
        # Without the lock two people could both change the row from what each of them saw.
        rows = type(self)._default_manager.select_for_update(of=("self",))
        standing = rows.filter(pk=self.pk).first()
        if standing is None:
            raise SupersededError(
                "The claim is no longer there: a newer reading of its text replaced it. Open the text anew."
            )
        if expected_version is not None and standing.version != expected_version:
            raise describe_conflict(standing, expected_version)
        return standing

    def write(self, standing: Self, **columns: Any) -> None:
        """Write columns of a locked row as its next version, and take them over here."""
        columns["version"] = standing.version + 1
        type(self)._default_manager.filter(pk=standing.pk).update(**columns)
        self.take_over(columns, standing)

    def take_over(self, columns: Mapping[str, Any], standing: Self) -> None:
        """Set what was written, here and on the row as it was read."""
        for name, value in columns.items():
            setattr(self, name, value)
            setattr(standing, name, value)
