"""The query language: str → Tree.

    stikstof uitstoot                  both words, in any form
    stikstof OF ammoniak (OR)          either;   EN (AND) both;   NIET x (NOT x, -x) without
    "van rechtswege"                   exactly these words in this order
    verkiez*                           words that begin so
    (a OF b) c                         parentheses
    ministerie:Defensie                a field with a value; "two words" between quotation marks

Operators are whole words in capitals. AND binds more strongly than OR. `docs/search.md` explains it to those who search.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

from lark import Lark, Token, Transformer, v_args
from lark.common import LexerConf
from lark.exceptions import UnexpectedInput, UnexpectedToken
from lark.lexer import Lexer

from kamervragen.search.analysis import split_words
from kamervragen.search.fields import read_filter
from kamervragen.search.records import QueryError
from kamervragen.search.refusals import MIN_PREFIX, refuse
from kamervragen.search.scanning import scan, tidy
from kamervragen.search.tree import All, Any, Filter, Phrase, Prefix, Tree, Without, Word, make_all

_GRAMMAR: Final = """
?start: any
any: all (OR all)*
all: part (AND? part)*
?part: without | _atom
without: NOT _atom
_atom: word | prefix | phrase | filter | group
?group: OPEN any CLOSE
word: WORD
prefix: PREFIX
phrase: PHRASE
filter: FILTER
%declare AND OR NOT OPEN CLOSE WORD PREFIX PHRASE FILTER
"""
_LACKING: Final = {"AND": "missing_operand", "OR": "missing_operand", "NOT": "missing_negated"}


def parse_query(query: str) -> Tree | None:
    """What a query asks for; None when it is blank.

    Args:
        query: as typed.
    Raises:
        QueryError: it is not understood; the error says where and what to do. Nothing else is raised, whatever the string.
    """
    query = tidy(query)
    if not query.strip():
        return None
    try:
        tree = cast(Tree, _PARSER.parse(query))
    except UnexpectedInput as error:
        raise _refuse_order(scan(query), error) from None
    negative = _negative_part(tree)
    if negative:
        raise refuse("only_not", place=negative.place, printed=negative.printed)
    return tree


class _Scanner(Lexer):
    """Our scanner where lark has its own."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take nothing from the grammar: the scanner has its own signs."""

    def lex(self, data: str) -> Iterator[Token]:  # type: ignore[override]  # lark's own wants its own state
        """The signs of a query."""
        return iter(scan(data))


@v_args(inline=True)
class _Maker(Transformer[Token, Tree]):
    """Makes the tree while lark reads the signs, so that nothing is walked twice and depth costs nothing."""

    def word(self, sign: Token) -> Word:
        """A word."""
        return Word(printed=str(sign), place=_place(sign), terms=tuple(split_words(sign)))

    def prefix(self, sign: Token) -> Prefix:
        """The beginning of a word, if it is long enough to be one."""
        terms = tuple(split_words(sign))
        if len(terms[-1]) < MIN_PREFIX:
            raise refuse("short_prefix", place=_place(sign), printed=sign)
        return Prefix(printed=str(sign), place=_place(sign), terms=terms)

    def phrase(self, sign: Token) -> Phrase:
        """Words between quotation marks, if there are any."""
        terms = tuple(split_words(sign))
        if not terms:
            raise refuse("empty_phrase", place=_place(sign), printed=sign)
        return Phrase(printed=str(sign), place=_place(sign), terms=terms)

    def filter(self, sign: Token) -> Filter:
        """A field with its value."""
        return read_filter(sign, _place(sign))

    def without(self, sign: Token, part: Tree) -> Without:
        """What must not be there."""
        return Without(printed=str(sign), place=_place(sign), part=part)

    def group(self, opening: Token, inner: Tree, closing: Token) -> Tree:
        """What stands between parentheses."""
        return inner

    def all(self, *parts: Tree | Token) -> Tree:
        """One thing, or things that must all be there."""
        trees = tuple(part for part in parts if not isinstance(part, Token))
        return make_all(trees, is_strict=len(trees) < len(parts))

    def any(self, *parts: Tree | Token) -> Tree:
        """One thing, or things of which one must be there."""
        trees = tuple(part for part in parts if not isinstance(part, Token))
        return trees[0] if len(trees) == 1 else Any(parts=trees)


_PARSER: Final = Lark(_GRAMMAR, parser="lalr", lexer=_Scanner, transformer=_Maker())


def _place(sign: Token) -> int:
    return sign.start_pos or 0


def _negative_part(tree: Tree) -> Without | None:
    """The first part by which nothing can be found because it only says what must not be there; None when there is none."""
    if isinstance(tree, Without):
        return tree
    if isinstance(tree, All):
        return next(iter(found)) if all(found := [_negative_part(part) for part in tree.parts]) else None
    if isinstance(tree, Any):
        return next(filter(None, map(_negative_part, tree.parts)), None)
    return None


def _refuse_order(signs: Sequence[Token], error: UnexpectedInput) -> QueryError:
    """The sentence for signs of which one cannot stand where it does, or after which another is missing."""
    unexpected = error.token if isinstance(error, UnexpectedToken) and error.token.type != "$END" else None
    before = [sign for sign in signs if unexpected is None or _place(sign) < _place(unexpected)]
    code, sign = _judge(before, unexpected)
    return refuse(code, place=_place(sign), printed=sign)


def _judge(before: Sequence[Token], unexpected: Token | None) -> tuple[str, Token]:
    """What is wrong and at which sign, when an unexpected one, or the end, follows those before it."""
    opened = _open_parentheses(before)
    if unexpected and unexpected.type == "CLOSE" and not opened:
        return "unopened_parenthesis", unexpected
    if before and before[-1].type in _LACKING:
        return _LACKING[before[-1].type], before[-1]
    if unexpected and unexpected.type in _LACKING:
        return _LACKING[unexpected.type], unexpected
    return ("empty_group" if unexpected else "unclosed_parenthesis"), opened[-1]


def _open_parentheses(signs: Iterable[Token]) -> list[Token]:
    """The parentheses that are still open after some signs, of which none closes what is not open."""
    opened: list[Token] = []
    for sign in signs:
        if sign.type == "OPEN":
            opened.append(sign)
        elif sign.type == "CLOSE":
            opened.pop()
    return opened
