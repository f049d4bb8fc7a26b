"""The table of words that Dutch compounds are made of, from the spelling dictionary of OpenTaal.

    python evaluation/make_parts.py nl.dic > src/kamervragen/search/parts.csv

nl.dic is the Dutch dictionary of hunspell, as packaged by Debian in `hunspell-nl`, with its flags. What is kept: whether a word
may stand in front of others (`b`), in front of them with an s (`s`), at the end (`e`), and whether it is a noun although the
dictionary of simplemma takes it for a form of another word (`n`). Needed again only when one of the two dictionaries has changed.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from kamervragen.search.words import Dictionary, fold_word, load_dictionary

FRONT = frozenset({"Ca", "Cb", "Ce", "Cx", "CA", "CB"})
FRONT_WITH_S = frozenset({"Cd", "Ch"})
END = frozenset({"Cc"})
SHORTEST = 3
LICENCE = """\
# Words that Dutch compounds are made of; see words.read_parts. Made by evaluation/make_parts.py from the Dutch dictionary of
# hunspell,
# Copyright (c) 1996 Nederlandstalige TeX Gebruikersgroep, (c) 2001-2020 OpenTaal (Simon Brouwer, Sander van Geloven
# e.a.). All rights reserved. Redistribution and use in source and binary forms, with or without modification, are
# permitted provided that the following conditions are met: Redistributions of source code must retain the above
# copyright notice, this list of conditions and the following disclaimer. Redistributions in binary form must reproduce
# the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other
# materials provided with the distribution. Neither the name of OpenTaal, Simon Brouwer e.a., or Nederlandstalige Tex
# Gebruikersgroep nor the names of its contributors may be used to endorse or promote products derived from this
# software without specific prior written permission. THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND
# CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF
# MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR
# CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING,
# BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
# NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF
# SUCH DAMAGE."""


def main(arguments: list[str]) -> int:
    """The exit status: 0, or 2 without one argument."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    flags = read_flags(Path(arguments[0]))
    dictionary = load_dictionary()
    print(LICENCE)
    for word in sorted(flags):
        joins = find_joins(word, flags[word], dictionary)
        if joins:
            print(word, joins, sep=",")
    return 0


def read_flags(path: Path) -> dict[str, set[str]]:
    """Words in lower case, folded, with their flags of two letters."""
    flags: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, marks = line.split("\t")[0].strip().replace("ĳ", "ij").partition("/")
        if re.fullmatch("[a-zà-ÿ]+", word):
            flags[fold_word(word)].update(re.findall("..", marks))
    return flags


def find_joins(word: str, flags: set[str], dictionary: Dictionary) -> str:
    """The letters of a word; "" when there is nothing to tell."""
    if len(word) < SHORTEST:
        return ""
    has_plural = any(flag[0] in "ZY" and flag != "Zx" for flag in flags)
    is_noun_beside = has_plural and dictionary.lemma(word) not in (None, word)
    told = {"b": flags & FRONT, "s": flags & FRONT_WITH_S, "e": flags & END, "n": is_noun_beside}
    return "".join(sorted(letter for letter, is_told in told.items() if is_told))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
