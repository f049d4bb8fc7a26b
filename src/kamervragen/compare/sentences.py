"""The one sentence of a comparison: who answers differently, and to which question."""

from collections.abc import Iterable, Sequence

from kamervragen.comparisons import ComparedQuestion, Reply
from kamervragen.dutch.counting import capitalize, join_words, number_word
from kamervragen.terms import DossierPart

_MOST_NAMED = 4  # replies; more are counted
_PART_WORDS = {DossierPart.SUPPLEMENT: "aanvullend antwoord", DossierPart.CORRECTION: "verbeterd antwoord"}


def sentence_of(replies: Sequence[Reply], questions: Sequence[ComparedQuestion], *, are_all_read: bool) -> str:
    """One plain Dutch sentence: who answers differently, and to which question; "" with fewer than two respondents.

    Args:
        replies: the columns.
        questions: the rows.
        are_all_read: whether the record holds every reply that the others cite.
    """
    respondents = {reply.key: reply.offices or (reply.key,) for reply in replies}
    if len(set(respondents.values())) < 2:
        return ""
    compared = [
        each
        for each in questions
        if each.number and len({respondents[cell.reply] for cell in each.cells if cell.cluster is not None}) > 1
    ]
    if not compared:
        return "Geen vraag heeft meer dan één antwoord: er is niets om te vergelijken."
    clauses = [clause for clause in (_outliers(replies, compared), _divided(compared)) if clause]
    sentence = "; ".join(clauses) if clauses else _all_alike(replies, questions, compared, are_all_read=are_all_read)
    return f"{capitalize(sentence)}."


def _outliers(replies: Sequence[Reply], questions: Sequence[ComparedQuestion]) -> str:
    """`één antwoord wijkt af: Justitie en Veiligheid, vraag 1`; "" when none does."""
    of_reply = {reply: [each.number for each in questions if reply.key in each.outliers] for reply in replies}
    found = {reply: numbers for reply, numbers in of_reply.items() if numbers}
    n = sum(map(len, found.values()))
    if not n:
        return ""
    verb = "antwoord wijkt" if n == 1 else "antwoorden wijken"
    return f"{number_word(n)} {verb} af: {_named(found)}"


def _named(found: dict[Reply, list[str]]) -> str:
    if len(found) > _MOST_NAMED:
        numbers = dict.fromkeys(number for each in found.values() for number in each)
        return f"die van {len(found)} antwoordende stukken, bij {_question_words(list(numbers))}"
    return "; ".join(f"{name_reply(reply)}, {_question_words(numbers)}" for reply, numbers in found.items())


def name_reply(reply: Reply) -> str:
    """A column in a sentence: `Justitie en Veiligheid`, `Financiën (aanvullend antwoord)`; its key where no office is known."""
    name = join_words(reply.offices) or reply.key
    part = _PART_WORDS.get(reply.part)
    return f"{name} ({part})" if part else name


def _divided(questions: Iterable[ComparedQuestion]) -> str:
    """`de antwoorden op vraag 3 en 5 lopen uiteen`: questions to which most do not say the same; "" without such."""
    numbers = [each.number for each in questions if len(each.clusters) > 1 and not each.outliers]
    return f"de antwoorden op {_question_words(numbers)} lopen uiteen" if numbers else ""


def _question_words(numbers: Sequence[str]) -> str:
    return f"vraag {join_words(numbers)}"


def _all_alike(
    replies: Sequence[Reply], questions: Sequence[ComparedQuestion], compared: Sequence[ComparedQuestion], *, are_all_read: bool
) -> str:
    """`alle tien antwoorden zijn bij elke vraag gelijk of bijna gelijk`, as far as there are answers."""
    alike = "gelijk" if all(each.clusters[0].is_identical for each in compared) else "gelijk of bijna gelijk"
    is_full = all(each.clusters and len(each.clusters[0].replies) == len(replies) for each in questions)
    if not is_full:
        return f"waar meer dan één antwoord is gegeven, zijn de antwoorden {alike}"
    read = "" if are_all_read else "gelezen "
    which = f"beide {read}" if len(replies) == 2 else f"alle {number_word(len(replies))} {read}"
    return f"{which}antwoorden zijn bij elke vraag {alike}"
