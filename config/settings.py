"""Django settings, all from environment variables; `docs/operations.md` lists them."""

import logging
from pathlib import Path

from environs import Env, validate
from pghistory import ForeignKey

from config.database.configuration import configure
from config.logs import FORMATS, configure_logs
from config.secret_key import read_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

DATA_DIR: Path = env.path("ONRECORD_DATA_DIR", BASE_DIR / "var").resolve()
DEBUG: bool = env.bool("ONRECORD_DEBUG", False)
SECRET_KEY: str = env.str("ONRECORD_SECRET_KEY", "") or read_secret_key(DATA_DIR)
ALLOWED_HOSTS: list[str] = env.list("ONRECORD_ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("ONRECORD_TRUSTED_ORIGINS", [])

# Whether the API answers reads without a login.
ONRECORD_ANONYMOUS_READ: bool = env.bool("ONRECORD_ANONYMOUS_READ", True)
# Largest file that is ingested, in bytes.
ONRECORD_MAX_BYTES: int = env.int("ONRECORD_MAX_BYTES", 10 * 1024 * 1024)
# Largest body of a request to the API, and largest text in one, in bytes.
ONRECORD_MAX_BODY_BYTES: int = env.int("ONRECORD_MAX_BODY_BYTES", 10 * 1024 * 1024)
ONRECORD_MAX_TEXT_BYTES: int = env.int("ONRECORD_MAX_TEXT_BYTES", 5 * 1024 * 1024)
# How many figures of a text one answer of the API holds.
ONRECORD_MAX_FIGURES: int = env.int("ONRECORD_MAX_FIGURES", 10_000, validate=validate.Range(min=1))
# How many seconds the database may work on one statement of a request; 0 is no limit.
ONRECORD_STATEMENT_TIMEOUT: float = env.float(
    "ONRECORD_STATEMENT_TIMEOUT", 30.0, validate=validate.Range(0, 86_400)
)
# How many requests each token or person, and each address without a login, may send; "" is no limit.
ONRECORD_THROTTLE_LOGGED_IN: str = env.str("ONRECORD_THROTTLE_LOGGED_IN", "6000/minute")
ONRECORD_THROTTLE_ANONYMOUS: str = env.str("ONRECORD_THROTTLE_ANONYMOUS", "1200/minute")
# How many wrong passwords an address may try for one name, and ten times that for all; "" is no limit.
ONRECORD_THROTTLE_LOGIN: str = env.str("ONRECORD_THROTTLE_LOGIN", "10/hour")
# How many proxies in front of the server are trusted to say a client's address; 0 for none.
ONRECORD_PROXIES: int = env.int("ONRECORD_PROXIES", 0)
# How long the answer to a request with an Idempotency-Key is kept.
ONRECORD_IDEMPOTENCY_HOURS: int = env.int("ONRECORD_IDEMPOTENCY_HOURS", 24)
# Which sites of the web may call the API from a browser: origins, or * for all.
ONRECORD_CORS_ORIGINS: list[str] = env.list("ONRECORD_CORS_ORIGINS", [])
DATA_UPLOAD_MAX_MEMORY_SIZE = ONRECORD_MAX_BODY_BYTES
# A thousand claims that the admin moves at once, each with the version that was seen, and the form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_100
# Whether a verdict counts as published only after a second person has confirmed it.
ONRECORD_CONFIRM_VERDICTS: bool = env.bool("ONRECORD_CONFIRM_VERDICTS", False)
# How long the desk hands a claim to nobody else, renewed by activity.
ONRECORD_LEASE_MINUTES: int = env.int("ONRECORD_LEASE_MINUTES", 10)
# The share of decisions, from 0 to 1, that a second person makes again without seeing them.
ONRECORD_SECOND_PASS_SHARE: float = env.float(
    "ONRECORD_SECOND_PASS_SHARE", 0.0, validate=validate.Range(0, 1)
)

# Who publishes this record's verdicts, as others are told in a ClaimReview.
ONRECORD_NAME: str = env.str("ONRECORD_NAME", "Onrecord")
# With which token /metrics is read; without one it answers this machine alone.
ONRECORD_METRICS_TOKEN: str = env.str("ONRECORD_METRICS_TOKEN", "")

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "rest_framework",
    "corsheaders",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "pgtrigger",
    "pghistory",
    "django_structlog",
    "sources",
    "claims",
    "config",
    "config.access",
    "config.idempotency",
    "config.retired.authtoken",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "config.logs.RequestId",
    "django_structlog.middlewares.RequestMiddleware",
    "config.outages.AnswerOutages",
    "config.time_limits.LimitStatements",
    "django.middleware.security.SecurityMiddleware",
    "config.content_policy.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.api.bodies.WholeBodies",
    "config.api.writes.PlainWrites",
    "config.audit.AuditContext",
    "config.metrics.RequestMetrics",
    "config.idempotency.middleware.DoneOnce",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": configure(
        env.str("DATABASE_URL", ""),
        DATA_DIR,
        postgres_bin=env.path("ONRECORD_POSTGRES_BIN", None),
        run_as=env.str("ONRECORD_DATABASE_USER", ""),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Counts of requests. Django's own limit of 300 entries would forget whom it has counted.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.bool("ONRECORD_HTTPS", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SESSION_COOKIE_SECURE else None
# How long browsers ask for this site by HTTPS alone; 0 says nothing. The proxy sends HTTP on to HTTPS.
SECURE_HSTS_SECONDS: int = env.int("ONRECORD_HSTS_SECONDS", 0, validate=validate.Range(min=0))

# The audit trail: requests that may write say who and which they are; event tables have few indexes.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
PGHISTORY_FOREIGN_KEY_FIELD = ForeignKey(db_index=False)
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

# One line at a request's end, under the id that the audit trail has too; a log never costs a query.
LOGGING = configure_logs(
    level=env.str("ONRECORD_LOG_LEVEL", "INFO").upper(),
    form=env.str("ONRECORD_LOG_FORMAT", "json", validate=validate.OneOf(FORMATS)),
)
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = True
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = ""

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
# The admin's files are served from where they are installed: nothing to collect, nothing to forget.
WHITENOISE_USE_FINDERS = True

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "config.access.authentication.CountedToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["config.access.throttles.Rates"],
    "NUM_PROXIES": ONRECORD_PROXIES,
    "DEFAULT_PARSER_CLASSES": ["sources.api.parsing.StrictJson"],
    "DEFAULT_PERMISSION_CLASSES": ["config.access.permissions.ReadOrPermitted"],
    "DEFAULT_PAGINATION_CLASS": "config.api.paging.KeysetPages",
    "DEFAULT_RENDERER_CLASSES": [
        "config.api.formats.PassingJSONRenderer",
        "rest_framework.renderers.BrowsableAPIRenderer",
    ],
    "DEFAULT_FILTER_BACKENDS": ["config.api.filtering.StrictFilters"],
    "DEFAULT_SCHEMA_CLASS": "config.api.schema.ApiSchema",
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "config.api.formats.NamedFormats",
    "EXCEPTION_HANDLER": "config.api.errors.answer_problem",
    "DEFAULT_VERSIONING_CLASS": None,
    "COERCE_DECIMAL_TO_STRING": True,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

# Sites of the web: none unless named, the API alone, and by token, never by the cookie of a session.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = ONRECORD_CORS_ORIGINS == ["*"]
CORS_ALLOWED_ORIGINS = [] if CORS_ALLOW_ALL_ORIGINS else ONRECORD_CORS_ORIGINS
CORS_ALLOW_HEADERS = [
    *("accept", "authorization", "content-type"),
    *("idempotency-key", "if-match", "if-none-match", "x-request-id"),
]
CORS_EXPOSE_HEADERS = [
    *("Content-Disposition", "Date", "ETag", "Idempotency-Replayed", "Location", "Retry-After"),
    "X-Request-ID",
]

SPECTACULAR_SETTINGS = {
    "TITLE": "Onrecord API",
    "DESCRIPTION": "Every figure in a source on the record, linked to its exact sentence.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "LICENSE": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "SERVERS": [{"url": "/", "description": "The server that the schema comes from."}],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["config.access.permissions.ReadOrPermitted"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "/favicon.ico",
    "REDOC_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.api.schema.add_common_problems",
        "config.api.schema.add_headers",
        "config.api.examples.add_examples",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ClaimKind": "config.api.schema.CLAIM_KINDS",
        "Comparator": "config.api.schema.COMPARATORS",
        "Disposition": "config.api.schema.DISPOSITIONS",
        "ReviewAction": "config.api.schema.REVIEW_ACTIONS",
        "ReviewStatus": "config.api.schema.REVIEW_STATUSES",
        "SentenceRole": "config.api.schema.SENTENCE_ROLES",
        "SourceKind": "config.api.schema.SOURCE_KINDS",
        "SubjectKind": "config.api.schema.SUBJECT_KINDS",
        "VerdictOutcome": "config.api.schema.VERDICT_OUTCOMES",
        "Voice": "config.api.schema.VOICES",
    },
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}

UNFOLD = {
    "SITE_TITLE": "Onrecord",
    "SITE_HEADER": "Onrecord",
    "SITE_SUBHEADER": "Every figure on the record",
    "SITE_SYMBOL": "fact_check",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": "claims.admin.navigation.locate_icon"},
    ],
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_BACK_BUTTON": True,
    "COLORS": {
        "primary": {
            "50": "oklch(97% .014 254.6)",
            "100": "oklch(93.2% .032 255.6)",
            "200": "oklch(88.2% .059 254.1)",
            "300": "oklch(80.9% .105 251.8)",
            "400": "oklch(70.7% .165 254.6)",
            "500": "oklch(65.5% .19 257)",
            "600": "oklch(50.5% .21 262)",
            "700": "oklch(45% .2 263)",
            "800": "oklch(40% .17 264)",
            "900": "oklch(36% .14 265)",
            "950": "oklch(28% .09 268)",
        },
    },
    "STYLES": ["claims.admin.navigation.locate_styles"],
    "SCRIPTS": ["claims.admin.navigation.locate_labels"],
    "DASHBOARD_CALLBACK": "claims.admin.front_page.describe_front_page",
    "LOGIN": {"form": "config.access.login.LoginForm"},
    "SIDEBAR": {"show_search": False, "navigation": "claims.admin.navigation.list_links"},
}
