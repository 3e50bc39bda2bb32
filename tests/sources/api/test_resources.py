"""What every resource of the API keeps of a request."""

from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from sources.api.resources import keep_site


def test_what_is_kept_of_a_request_is_its_site_and_shape_alone() -> None:
    came = Request(
        APIRequestFactory().get(
            "/api/v1/sources/",
            {"fields": "id", "format": "json", "search": "private"},
            headers={"host": "localhost", "authorization": "Bearer secret"},
        )
    )

    kept = keep_site(came, ["fields", "format"])

    assert kept.build_absolute_uri("/") == "http://localhost/"
    assert kept.query_params.dict() == {"fields": "id", "format": "json"}
    held = str(kept.META)
    assert "secret" not in held
    assert "private" not in held
