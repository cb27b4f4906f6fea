"""Literals in the one form that every store gives back unchanged."""

from __future__ import annotations

import re
from datetime import date as Date
from decimal import Decimal

from pyoxigraph import Literal

from silkgraph.namespaces import xsd

HAN = re.compile(r"[㐀-鿿]")


def zh(text: str) -> Literal:
    """Text in Chinese."""
    return Literal(text, language="zh")


def en(text: str) -> Literal:
    """Text in English."""
    return Literal(text, language="en")


def tagged(text: str) -> Literal:
    """Text in Chinese where it has a Chinese character, else in English."""
    return zh(text) if HAN.search(text) else en(text)


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=xsd("integer"))


def boolean(value: bool) -> Literal:
    """``true`` or ``false``."""
    return Literal("true" if value else "false", datatype=xsd("boolean"))


def number(value: Decimal) -> Literal:
    """A whole value as ``xsd:integer``, any other as ``xsd:decimal`` without trailing zeros."""
    if value == value.to_integral_value():
        return integer(int(value))
    return Literal(format(value, "f").rstrip("0"), datatype=xsd("decimal"))


def date(value: Date) -> Literal:
    """An ``xsd:date``."""
    return Literal(value.isoformat(), datatype=xsd("date"))


def year(value: int) -> Literal:
    """An ``xsd:gYear``."""
    return Literal(f"{value:04d}", datatype=xsd("gYear"))
