"""The site as a WSGI application, for the workers of `kamervragen serve` and for other servers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kamervragen.settings")

application = get_wsgi_application()
