"""The site as a WSGI application, for the workers of `kamervragen serve` and for other servers."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kamervragen.search.keying import keys_of

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")

application = get_wsgi_application()

# What the first page and the first search would else load, while somebody waits, and in each worker for itself.
import_module(settings.ROOT_URLCONF)
keys_of("vraag")
