"""The site as a WSGI application, for the workers of `kamervragen serve` and for other servers."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")

application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # and with it all that makes pages, which would else be loaded by the first request
