"""What `kamervragen similar` prints. Works without the record: the index holds all that is shown."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kamervragen.cli.searching import name_place
from kamervragen.dutch.counting import join_words
from kamervragen.environment import read_environment
from kamervragen.errors import InputError
from kamervragen.search import Index, index_folder
from kamervragen.search.similar import find_question, find_similar
from kamervragen.search.similar_records import Similar, SimilarResults
from kamervragen.site.words import QUESTION_LIKENESS_WORDS, count_words

_MAX_ANSWER = 400  # characters of an answer


def print_similar(text: str, *, like: str, as_json: bool, size: int) -> int:
    """Print the questions that ask the same, one JSON object a line or as text; gives the exit status, 0 without any too.

    Raises:
        InputError: the text cannot be compared, the question to compare with is not in the index, or there is no index.
    """
    index = Index.open(index_folder(read_environment(os.environ).data))
    without = like.partition("#")[0]
    results = find_similar(index, _read_like(index, like) if like else text or sys.stdin.read(), size=size, without=without)
    if as_json:
        for rank, similar in enumerate(results.similar, 1):
            print(json.dumps(_plain(similar, rank), ensure_ascii=False, default=date.isoformat), flush=True)
        return 0
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    for line in _describe(results):
        console.print(line)
    return 0


def _read_like(index: Index, like: str) -> str:
    """The text of a question of the record."""
    key, _, anchor = like.partition("#")
    question = find_question(index, key, anchor)
    if question is None:
        message = f"De zoekindex heeft geen vraag «{like}»; schrijf bijvoorbeeld ah-tk-20232024-1067#vraag-2."
        raise InputError("no_such_question", message)
    return question.text


def _plain(similar: Similar, rank: int) -> dict[str, object]:
    """A question as JSON, with the address of each place where it was asked."""
    places = [{"address": f"/documenten/{item.key}#{item.anchor}", **asdict(item)} for item in similar.places]
    return {"rank": rank, **asdict(similar), "places": places}


def _describe(results: SimilarResults) -> Iterator[Text | Padding | str]:
    n_questions = count_words(results.n_questions, "vraag", "vragen")
    if not results.similar:
        yield f"Niets gevonden dat hierop lijkt, in de {n_questions} die hier staan."
        return
    yield f"{count_words(len(results.similar), 'eerdere vraag', 'eerdere vragen')}, in de {n_questions} die hier staan."
    for rank, similar in enumerate(results.similar, 1):
        yield ""
        yield name_place(rank, similar.places[0])
        yield _indent(f"{QUESTION_LIKENESS_WORDS[similar.likeness]}{_name_shared(similar)}")
        yield _indent(Text.assemble(*((piece.text, "bold" if piece.is_match else "") for piece in similar.pieces)))
        yield _indent(f"Antwoord: {_cut(similar.places[0].other)}")
        if len(similar.places) > 1:
            yield _indent(_count_others(similar))


def _name_shared(similar: Similar) -> str:
    """The words that both have: `; gemeen: paling, Wageningen; in het antwoord: herstelplan`."""
    asked = f"; gemeen: {join_words(similar.shared)}" if similar.shared else ""
    answered = f"; in antwoord of onderwerp: {join_words(similar.shared_in_answer)}" if similar.shared_in_answer else ""
    return asked + answered


def _count_others(similar: Similar) -> str:
    """`Ook gesteld in 12 andere documenten, met 9 antwoorden.`."""
    n_answered = similar.n_answered - bool(similar.places[0].other.strip())
    documents = count_words(len(similar.places) - 1, "ander document", "andere documenten")
    answers = f"met {count_words(n_answered, 'antwoord', 'antwoorden')}" if n_answered else "zonder antwoord"
    return f"Ook gesteld in {documents}, {answers}."


def _cut(answer: str) -> str:
    if not answer:
        return "staat hier niet."
    line = " ".join(answer.split())
    return line if len(line) <= _MAX_ANSWER else f"{line[:_MAX_ANSWER].rsplit(' ', 1)[0]} …"


def _indent(line: Text | str) -> Padding:
    return Padding(line, (0, 0, 0, 4), expand=False)
