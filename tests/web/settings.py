"""The site's settings for tests: a database of their own in memory, quick passwords, a clock that is set."""

import os
import tempfile

for name in [name for name in os.environ if name.startswith("GRADUS_SITE_")]:
    del os.environ[name]
os.environ["GRADUS_SITE_DATA"] = os.path.join(tempfile.gettempdir(), "gradus-site-of-the-tests")
os.environ["GRADUS_SITE_HTTPS"] = "off"

from gradus_web.config.settings import *  # noqa: E402, F403 the settings of the site, whole

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CLOCK = "tests.web.clock.now"
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise")]  # noqa: F405 no files are collected
DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
