"""Who acts, for the audit trail: also where no request says so."""

from contextlib import AbstractContextManager
from typing import Any

import pghistory
from django.contrib.auth.models import User


def acting(by: User) -> AbstractContextManager[Any]:
    """The events of what is done inside name this person."""
    return pghistory.context(user=by.pk)
