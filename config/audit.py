"""Who asks for what: what the audit trail notes of a request."""

import uuid
from typing import Any

from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware


class AuditContext(HistoryMiddleware):
    """Gives the events of a request its person, address and a number of its own."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        """The context; the person is added when an API token has told who it is."""
        return {**super().get_context(request), "request": str(uuid.uuid4())}
