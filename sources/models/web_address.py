"""What an address that a page may lead to begins with."""

WEB_ADDRESS = r"^(https?|ftps?)://"
"""The schemes that Django's fields for addresses take. A link to `javascript:` would act as the reader."""
