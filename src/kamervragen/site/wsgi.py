"""The site as a WSGI application, for the workers of `kamervragen serve` and for other servers."""

import os
import sys
from importlib import import_module
from typing import Final

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kamervragen.search.keying import keys_of

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")

# Pages take some ten milliseconds: one is finished before the next is begun, instead of all of them being late together.
SWITCH_S: Final = 0.05
sys.setswitchinterval(SWITCH_S)

application = get_wsgi_application()

# What the first page and the first search would else load, while somebody waits, and in each worker for itself.
import_module(settings.ROOT_URLCONF)
import_module("kamervragen.site.templating").compile_all()
keys_of("vraag")
import_module("kamervragen.site.counted").COUNTER.begin()
