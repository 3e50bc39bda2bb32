"""Where everything answers."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from claims.admin.navigation import locate_icon
from config.access.login import log_in
from config.health import answer_live, answer_ready
from config.metrics import answer_metrics


def answer_icon(request: HttpRequest) -> HttpResponse:
    """Send browsers on to the icon of pages that name none, such as the API's own."""
    return redirect(locate_icon(request))


urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/login/", log_in),
    path("admin/desk/", include("claims.admin.desk.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("config.api.urls")),
    path("health/live", answer_live, name="health-live"),
    path("health/ready", answer_ready, name="health-ready"),
    path("favicon.ico", answer_icon, name="icon"),
    path("metrics", answer_metrics, name="metrics"),
]

handler400 = "config.api.errors.answer_bad_request"
handler500 = "config.outages.answer_failure"
