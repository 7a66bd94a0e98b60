"""The settings of the site. What an operator may say stands in docs/site.md; a bad value stops the start."""

from pathlib import Path

from gradus_web.config.reading import Environment, kept_secret

SAID = Environment()
HERE = Path(__file__).parents[1]

DATA = SAID.folder("GRADUS_SITE_DATA", Path("~/.local/share/gradus-site"))
HTTPS = SAID.switch("GRADUS_SITE_HTTPS", otherwise=True)
BEHIND_PROXY = SAID.switch("GRADUS_SITE_BEHIND_PROXY", otherwise=False)
DEMO = SAID.switch("GRADUS_SITE_DEMO", otherwise=False)
"""Whether the example person can be entered without a password. Only for trying the site out."""
CERTIFICATE = SAID.file("GRADUS_SITE_CERTIFICATE")
"""An authority of this computer's own that phones may be told to trust; None on a site that everybody trusts.
With one, browsers are not told to insist on HTTPS: they would insist on it here for a year."""
CLOCK = "gradus_web.clock.system"

DEBUG = False
SECRET_KEY = kept_secret(DATA)
ALLOWED_HOSTS = SAID.names("GRADUS_SITE_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
ROOT_URLCONF = "gradus_web.config.urls"
WSGI_APPLICATION = "gradus_web.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "gradus_web.config",
    "gradus_web.people",
    "gradus_web.diary",
    "gradus_web.learn",
    "gradus_web.reminders",
    "gradus_web.pwa",
]
MIDDLEWARE = [
    "gradus_web.config.health.watched",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gradus_web.config.security.only_ours",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gradus_web.config.languages.in_their_language",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gradus_web.diary.looks.looks",
            ],
            "builtins": ["gradus_web.diary.templatetags.said", "django.templatetags.i18n"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "gradus_web.config.sqlite",
        "NAME": DATA / "gradus.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON;",
        },
    }
}
"""FULL, not NORMAL: what was confirmed is on the disk even when the power fails a moment later."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "counted",
        "KEY_FUNCTION": "gradus_web.config.counting.fingerprint",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
"""Holds only how often somebody tried to sign in or asked for a calendar, and which codes were used, which
every worker must see. With fewer entries a crowd could crowd out the counts."""

STATIC_URL = "static/"
STATICFILES_DIRS = [HERE / "static"]
STATIC_ROOT = DATA / "static"
STORAGES = {"staticfiles": {"BACKEND": "gradus_web.config.static.Static"}}
WHITENOISE_MANIFEST_STRICT = False

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = SAID.zone("GRADUS_SITE_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email",)}),
    )
]
LOGIN_URL = "welcome"
LOGIN_REDIRECT_URL = "today"

ACCOUNT_ADAPTER = "gradus_web.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "welcome"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
EMAIL_BACKEND = SAID.text("GRADUS_SITE_MAIL", "django.core.mail.backends.console.EmailBackend")
ADDRESS = SAID.address("GRADUS_SITE_ADDRESS")
"""Where people find the site: reminders link to it. Nothing said means that there are none."""
PUSH = SAID.contact("GRADUS_SITE_PUSH")
"""Whom the makers of browsers may ask about pushes of this site. Nothing said means that there are none."""
DEFAULT_FROM_EMAIL = SAID.text("GRADUS_SITE_FROM", "gradus@localhost")

MFA_ADAPTER = "gradus_web.people.adapter.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    name: f"gradus_web.people.step_forms.{form}"
    for name, form in (
        ("activate_totp", "FirstCode"),
        ("authenticate", "Code"),
        ("reauthenticate", "CodeAgain"),
        ("add_webauthn", "Made"),
        ("edit_webauthn", "NamedAgain"),
        ("authenticate_webauthn", "AtSecondStep"),
        ("login_webauthn", "ByItself"),
        ("reauthenticate_webauthn", "UsedAgain"),
    )
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
"""Steps of half a minute that a phone's clock may be off, either way (RFC 6238 advises one)."""
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
"""Tries are counted by the address that the server before it saw; else all people would share one."""

PREFIX = "__Host-" if HTTPS else ""
SESSION_ENGINE = "gradus_web.people.sessions"
SESSION_COOKIE_NAME = f"{PREFIX}gradus"
CSRF_COOKIE_NAME = f"{PREFIX}gradus-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
INSISTS = HTTPS and CERTIFICATE is None
SECURE_HSTS_SECONDS = 31_536_000 if INSISTS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = INSISTS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "gradus_web.config.refusals.form_is_old"
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "gradus_web.config.logs.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "gradus_web": {"level": "INFO"},
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
"""Lines of JSON without anything that somebody typed; Django's own way to mail errors is taken away."""
