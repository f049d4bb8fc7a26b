"""A program: Vega-Lite specifications in, SVG out, as JSON lists through standard input and output.

It runs as a process of its own, for a moment: what draws brings a JavaScript engine of a hundred megabytes, which no worker that
answers requests should hold (docs/decisions/0025-charts.md). It knows nothing of the rest, and fetches nothing.
"""

import json
import sys
from typing import Final

VERSION: Final = "6.4"
"""Of Vega-Lite: the newest that this release of the renderer has."""


def main() -> None:
    """Draw what standard input specifies."""
    import vl_convert  # costs time and memory, in this process only

    svgs = [
        vl_convert.vegalite_to_svg(spec, vl_version=VERSION, allowed_base_urls=[], format_locale="nl-NL")
        for spec in json.load(sys.stdin)
    ]
    json.dump(svgs, sys.stdout)


if __name__ == "__main__":
    main()
