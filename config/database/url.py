"""DATABASE_URL, taken apart; whatever is wrong with it is said without repeating any of it."""

from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from django.core.exceptions import ImproperlyConfigured

SCHEMES = ("postgresql", "postgres")

EXAMPLE = "postgresql://user:password@host:5432/name"

# Parameters that have a place of their own in Django's settings; all others go to libpq as they are.
_PLACES = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}


def parse_database_url(url: str) -> dict[str, object]:
    """Django's NAME, USER, PASSWORD, HOST, PORT and OPTIONS for a database URL.

    Raises ImproperlyConfigured; the message names the fault and never quotes the URL, where passwords stand.
    """
    parts, port = _split(url)
    settings: dict[str, object] = {
        "NAME": _decode(parts.path.removeprefix("/")),
        "USER": _decode(parts.username or ""),
        "PASSWORD": _decode(parts.password or ""),
        "HOST": _decode(parts.hostname or ""),
        "PORT": str(port or ""),
    }
    options: dict[str, str] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name in _PLACES:
            settings[_PLACES[name]] = value
        else:
            options[name] = value
    if not settings["NAME"]:
        raise _fault("it names no database after the host")
    return settings | {"OPTIONS": options}


def _split(url: str) -> tuple[SplitResult, int | None]:
    if url != url.strip() or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise _fault("it holds blanks, line ends or control characters")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise _fault("its host is no host name or address") from None
    if parts.scheme not in SCHEMES:
        raise _fault(f"it does not begin with {SCHEMES[0]}:// (only PostgreSQL is supported)")
    if not url.startswith(f"{parts.scheme}://"):
        raise _fault(f"two slashes are missing after {parts.scheme}:")
    if parts.fragment or "#" in url:
        raise _fault("it has a # in it")
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise _fault("its port is no number from 1 to 65535")
    return parts, port


def _decode(text: str) -> str:
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise _fault("its percent-encoded characters are no UTF-8") from None


def _fault(what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"DATABASE_URL cannot be read: {what}. It has the form {EXAMPLE}; the signs # / ? @ : % and blanks "
        "in a user name or password are percent-encoded (%23 %2F %3F %40 %3A %25 %20). "
        "Without DATABASE_URL the project runs a PostgreSQL of its own."
    )


def format_database_url(name: str, params: Mapping[str, str], options: Mapping[str, str]) -> str:
    """A URL that libpq reads, with everything percent-encoded.

    params: user, password, host and port, "" where there is none; a socket folder goes into the query.
    """
    user, password, host, port = (quote(params[key], safe="") for key in ("user", "password", "host", "port"))
    login = f"{user}{':' if password else ''}{password}{'@' if user or password else ''}"
    query = dict(options)
    place = host
    if params["host"].startswith("/"):
        query = {"host": params["host"], "port": port, **query}
        place = port = ""
    elif ":" in params["host"]:
        place = f"[{params['host']}]"
    place += f":{port}" if port else ""
    tail = f"?{urlencode(query, quote_via=quote)}" if query else ""
    return f"{SCHEMES[0]}://{login}{place}/{quote(name, safe='')}{tail}"
