"""From terms of RDF to values of Python, and back.

    <https://…/body/cdb>            Iri("https://…/body/cdb")
    "国家开发银行"@zh                Text("国家开发银行", "zh")
    "CNY"                           "CNY"
    "380000000000"^^xsd:integer     380000000000
    "2.5"^^xsd:decimal              Decimal("2.5")
    "2023-10-18"^^xsd:date          date(2023, 10, 18)

What has no counterpart (a gYear, a duration, a malformed number) stays the string that it is written as.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from silkgraph.ask.answers import short
from silkgraph.errors import QueryError
from silkgraph.export.prefixes import PREFIXES
from silkgraph.namespaces import THINGS, XSD

Term = NamedNode | BlankNode | Literal | Triple

_WHOLE = re.compile(r"<?([A-Za-z][A-Za-z0-9+.-]*://[^\x00-\x20<>\"{}|^`\\]+)>?")
_LOCAL = re.compile(r"[A-Za-z0-9/._-]+")


class Iri(str):
    """An IRI: a string that remembers that it names a thing.

    >>> Iri("https://w3id.org/silkgraph/id/body/cdb").short
    'body:cdb'
    """

    __slots__ = ()

    @property
    def short(self) -> str:
        """As ``body:cdb``, ``silk:partner`` or ``outcome/…/1.3/2`` where it can be shortened."""
        return short(str(self))


class Text(str):
    """A string in a language, such as ``Text("老挝", "zh")``; equal to the plain string."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, value: str, language: str) -> Self:
        made = super().__new__(cls, value)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        return type(self), (str(self), self.language)


Value = Iri | Text | str | int | float | bool | Decimal | date | datetime
"""What a cell of an answer can be; ``None`` where the answer leaves it open."""


def iri(written: str) -> Iri:
    """The IRI that a whole IRI, a prefixed name or the part after ``…/id/`` stands for.

    >>> iri("body:cdb")
    'https://w3id.org/silkgraph/id/body/cdb'
    >>> iri("outcome/brf1-2017-outcome-list/1.3/2").short
    'outcome/brf1-2017-outcome-list/1.3/2'

    Raises:
        QueryError: it is none of the three.
    """
    prefix, colon, local = written.partition(":")
    if whole := _WHOLE.fullmatch(written.strip()):
        return Iri(whole[1])
    if colon and prefix in PREFIXES and _LOCAL.fullmatch(local):
        return Iri(PREFIXES[prefix] + local)
    if _LOCAL.fullmatch(written):
        return Iri(THINGS + written)
    raise QueryError(f"{written!r} is not an IRI", advice='Write it as in silkgraph.iri("body:cdb").')


def python_value(term: Term | None) -> Value | None:
    """The value of Python that a term stands for."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if not isinstance(term, Literal):
        return str(term)
    if term.language:
        return Text(term.value, term.language)
    read = _READERS.get(term.datatype.value.removeprefix(XSD))
    if read is None:
        return term.value
    try:
        return read(term.value)
    except (ValueError, InvalidOperation):
        return term.value


def term_of(value: Any) -> NamedNode | Literal:
    """The term that a value of Python stands for, as ``query(…, name=value)`` takes it; a plain string is a literal.

    Raises:
        QueryError: there is no term for such a value.
    """
    if isinstance(value, NamedNode | Literal):
        return value
    if isinstance(value, Iri):
        return NamedNode(str(value))
    if isinstance(value, Text):
        return Literal(str(value), language=value.language)
    if isinstance(value, str):
        return _of_rdflib(value) if hasattr(value, "n3") else Literal(value)
    if isinstance(value, bool | int | float):
        return Literal(value)
    if hasattr(value, "item") and getattr(value, "shape", None) == ():  # a number out of a DataFrame
        return term_of(value.item())
    for kind, datatype in ((Decimal, "decimal"), (datetime, "dateTime"), (date, "date")):
        if isinstance(value, kind):
            text = value.isoformat() if isinstance(value, date) else f"{value:f}"
            return Literal(text, datatype=NamedNode(XSD + datatype))
    raise QueryError(
        f"a value of type {type(value).__name__} cannot be put into a query",
        advice="Give a string, a number, a date, or an IRI as in silkgraph.iri('body:cdb').",
    )


def _of_rdflib(term: Any) -> NamedNode | Literal:
    """The same term of rdflib, which is not imported to know one."""
    from silkgraph.validate.terms import to_oxigraph

    found = to_oxigraph(term)
    if isinstance(found, BlankNode):
        raise QueryError("a blank node has no meaning outside its graph and cannot be put into a query")
    return found


_INTEGERS = (
    "integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
).split()

_READERS: Mapping[str, Callable[[str], Value]] = {
    **dict.fromkeys(_INTEGERS, int),
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: {"true": True, "1": True, "false": False, "0": False}.get(text, text),
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}
