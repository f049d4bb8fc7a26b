"""Fuzzes one target for some seconds: `python -m fuzz TARGET SECONDS`. A crash is kept under build/fuzz/TARGET/crashes."""

import sys
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kamervragen"]):
    from fuzz.targets import ROOT, TARGETS, make_seeds

_WORDS = Path(__file__).with_name("words.dict")
_SLOWEST_S = 10  # longer for one input is a finding


def main() -> None:
    """Run libFuzzer; its exit status is that of the process."""
    target, seconds = sys.argv[1], int(sys.argv[2])
    folder = ROOT / "build" / "fuzz" / target
    corpus, crashes = folder / "corpus", folder / "crashes"
    for each in (corpus, crashes):
        each.mkdir(parents=True, exist_ok=True)
    for seed in make_seeds(target):
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    options = [f"-max_total_time={seconds}", f"-timeout={_SLOWEST_S}", "-rss_limit_mb=2048", "-max_len=6000"]
    atheris.Setup(
        [sys.argv[0], *options, f"-dict={_WORDS}", f"-artifact_prefix={crashes}/", "-verbosity=1", *sys.argv[3:], str(corpus)],
        TARGETS[target],
    )
    atheris.Fuzz()


main()
