"""Metrics for a Prometheus server, and who may read them."""

import hmac
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView
from django_prometheus.middleware import PrometheusAfterMiddleware

from config.problems import answer_with_problem

FORWARDED = (
    *("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP"),
    *("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO"),
)
"""What proxies add to a request; one of them is enough to tell that it came past one."""


class RequestMetrics(PrometheusAfterMiddleware):
    """Counts and times requests by view, method and status."""

    def label_metric(self, metric: Any, request: HttpRequest, response: Any = None, **labels: Any) -> Any:
        """A metric's child; a made-up method is one label, or each would be a time series of its own."""
        if "method" in labels:
            labels["method"] = self._method(request)
        return super().label_metric(metric, request, response, **labels)


@require_safe
@never_cache
def answer_metrics(request: HttpRequest) -> HttpResponse:
    """The metrics in Prometheus's text form; of all workers where PROMETHEUS_MULTIPROC_DIR is set."""
    if not may_read(request):
        detail = (
            "Send the token of ONRECORD_METRICS_TOKEN as Authorization: Bearer TOKEN. Where none is set, "
            "metrics are for this machine alone, past any proxy."
        )
        return answer_with_problem(HTTPStatus.FORBIDDEN, code="permission_denied", detail=detail)
    metrics: HttpResponse = ExportToDjangoView(request)
    return metrics


def may_read(request: HttpRequest) -> bool:
    """Whether the request has the token that is set; where none is, whether it comes from this machine.

    A proxy on this machine forwards requests from anywhere, and says so.
    """
    token: str = settings.ONRECORD_METRICS_TOKEN
    if token:
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    return is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(map(request.META.get, FORWARDED))


def is_loopback(address: str) -> bool:
    """Whether an address is this machine's own; a Unix socket has none and is."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == ""
