"""The schema as a document."""

from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.contract.document import write_document


def test_document_is_valid_openapi() -> None:
    document = write_document()

    assert document["openapi"].startswith("3.1")
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []
