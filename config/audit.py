"""Who asks for what: what the audit trail notes of a request."""

from typing import Any

from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware

from config.logs import META_KEY


class AuditContext(HistoryMiddleware):
    """Gives the events of a request its person, address and the id under which the logs tell of it."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        """The context; the person is added when an API token has told who it is."""
        return {**super().get_context(request), "request": request.META[META_KEY]}
