"""Who is who in government and parliament: ministries, portfolios and parties, from packaged tables that name their sources.

Pure: the tables are loaded once with `load` and handed to whoever needs them.
"""

from kamervragen.authorities.lookup import Authorities, build_authorities
from kamervragen.authorities.records import Ministry, Party, Period, Portfolio
from kamervragen.authorities.successions import Succession
from kamervragen.authorities.tables import load

__all__ = [
    "Authorities",
    "Ministry",
    "Party",
    "Period",
    "Portfolio",
    "Succession",
    "build_authorities",
    "load",
]
