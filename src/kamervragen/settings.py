"""The settings of Django, made of what the environment variables say (see `environment` and `docs/settings.md`)."""

import os
import secrets
from pathlib import Path

import dj_database_url

from kamervragen.environment import read_environment
from kamervragen.errors import InputError
from kamervragen.site.logs import configure_logs


def keep_secret_key(path: Path) -> str:
    """The key in this file, which is made, readable by its owner only, when it is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
    try:
        os.link(draft, path)  # unlike a rename, a link never replaces the key of a process that was first
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii")


CONNECTION_S = 60
_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def parse_database_url(url: str) -> dj_database_url.DBConfig:
    """What Django wants to know of the database at an address."""
    try:
        # A thread keeps its connection: beginning one, with all that it must read first, takes longer than most queries.
        config = dj_database_url.parse(url, conn_max_age=CONNECTION_S, conn_health_checks=True)
        if config["ENGINE"] not in _ENGINES:
            raise ValueError(config["ENGINE"])
        return config
    except ValueError as error:
        message = "DATABASE_URL wordt niet begrepen; een goed voorbeeld: postgresql://naam:wachtwoord@localhost:5432/kamervragen"
        raise InputError("bad_setting", message) from error


ENVIRONMENT = read_environment(os.environ)

DATA = ENVIRONMENT.data
LIMITS = ENVIRONMENT.limits
SERVING = ENVIRONMENT.serving
DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.secret_key or keep_secret_key(DATA / "secret_key")
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)

INSTALLED_APPS = ["django.contrib.staticfiles", "kamervragen.store", "kamervragen.site"]
MIDDLEWARE = [
    "kamervragen.site.watching.WatchMiddleware",
    "kamervragen.site.deadline.DeadlineMiddleware",
    "kamervragen.site.record_file.RecordFileMiddleware",
    "kamervragen.site.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kamervragen.site.remembering.RememberMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "kamervragen.site.languages.LanguageMiddleware",
    "kamervragen.site.guard.GuardMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kamervragen.site.middleware.PagesMiddleware",
    "kamervragen.site.revalidation.RevalidationMiddleware",
]
ROOT_URLCONF = "kamervragen.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "site/templates"],
        "OPTIONS": {
            "environment": "kamervragen.site.templating.make_environment",
            "context_processors": ["kamervragen.site.addresses.describe_page"],
        },
    }
]

DATABASES = {"default": parse_database_url(ENVIRONMENT.database_url or f"sqlite:///{DATA / 'kamervragen.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # WAL lets pages be read while a batch is written; NORMAL is safe with it: a power cut can undo the last
        # transactions, never break the file, and the next ingest makes up for them. A log of 64 MB instead of 4 lets
        # a long ingest write a third less.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=16000;"
        ),
        # A batch takes the lock when it begins, so that two ingests wait for each other instead of failing halfway.
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]  # the first is the language of the source, and needs no catalog
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {"staticfiles": {"BACKEND": "kamervragen.site.assets.HashedStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False

LOGGING = configure_logs()

SECURE_HSTS_SECONDS = 31_536_000  # a year; sent only with what is asked for over TLS
SECURE_REFERRER_POLICY = "same-origin"  # an address may hold what somebody searched for
if SERVING.has_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
