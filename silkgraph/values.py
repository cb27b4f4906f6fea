"""Frozen dataclasses that are made quickly: the grammar makes tens of thousands of them for a document.

A frozen dataclass of the standard library looks up ``object.__setattr__`` for every field of every instance, which took
a twentieth of all reading. Here the fields are filled while the instance is still of an open class with the same slots,
which takes less than half the time; then it becomes what it is called. To the reader, the type checker and everything
else they are the dataclasses of the standard library.

>>> from silkgraph.values import dataclass
>>> @dataclass(frozen=True, slots=True)
... class Party:
...     name: str
...     generic: bool = False
>>> Party("老挝")
Party(name='老挝', generic=False)

So is their ``replace``, which asks no field what it is.

>>> from silkgraph.values import replace
>>> replace(Party("老挝"), generic=True)
Party(name='老挝', generic=True)
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

_AFTER = "__post_init__"
_ABSENT = object()
"""What is given for a field with a factory where nothing is given."""

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def replace(instance, /, **changes):
        """``dataclasses.replace`` for classes all of whose fields are given when they are made."""
        try:
            renewed = instance.__replace__
        except AttributeError:
            return dataclasses.replace(instance, **changes)
        return renewed(**changes)

    def dataclass(cls=None, /, **options):
        """``dataclasses.dataclass``; a class that is frozen and has slots is made quicker."""
        if cls is None:
            return functools.partial(dataclass, **options)
        made = dataclasses.dataclass(cls, **options)
        if options.get("frozen") and options.get("slots") and _is_plain(made):
            _quicken(made)
        return made


def _is_plain(cls: Any) -> bool:
    """Whether making an instance is nothing but filling its slots, each by a parameter of its name."""
    filled = all(field.init and not field.kw_only for field in dataclasses.fields(cls))
    own = cls.__bases__ == (object,) and cls.__slots__ == cls.__match_args__
    return filled and own and not hasattr(cls, _AFTER)


def _quicken(cls: Any) -> None:
    """Gives a class a ``__new__`` that fills the slots, in place of its ``__init__``, and a ``__replace__``."""
    unfilled = type(f"Unfilled{cls.__name__}", (), {"__slots__": cls.__slots__})
    cls.__new__ = functools.wraps(cls.__init__)(_making(cls, unfilled))
    cls.__replace__ = _replacing(cls, unfilled)
    cls.__reduce__ = _reduced
    del cls.__init__


def _making(cls: Any, unfilled: type) -> Any:
    """``def __new__(cls, name, generic=default_generic)``: fills ``unfilled()``, which then becomes a ``cls``."""
    scope: dict[str, Any] = {"unfilled": unfilled}
    parameters, values = ["cls"], {}
    for field in dataclasses.fields(cls):
        name, default = field.name, f"default_{field.name}"
        values[name] = name
        if field.default_factory is not dataclasses.MISSING:
            scope |= {default: _ABSENT, f"make_{name}": field.default_factory}
            values[name] = f"make_{name}() if {name} is {default} else {name}"
        elif field.default is not dataclasses.MISSING:
            scope[default] = field.default
        parameters.append(f"{name}={default}" if default in scope else name)
    return _filling(f"__new__({', '.join(parameters)})", values, "cls", scope)


def _replacing(cls: Any, unfilled: type) -> Any:
    """``def __replace__(old, *, name=absent, generic=absent)``: what is not given is as it was."""
    values = {name: f"old.{name} if {name} is absent else {name}" for name in cls.__slots__}
    head = f"__replace__(old, /, *{''.join(f', {name}=absent' for name in cls.__slots__)})"
    return _filling(head, values, "old.__class__", {"unfilled": unfilled, "absent": _ABSENT})


def _filling(head: str, values: Mapping[str, str], made: str, scope: dict[str, Any]) -> Any:
    """A function that fills the slots of a new instance and then makes it one of ``made``."""
    filled = (f"self.{name} = {value}" for name, value in values.items())
    lines = (f"def {head}:", "self = unfilled()", *filled, f"self.__class__ = {made}", "return self")
    exec("\n    ".join(lines), scope)
    return scope[head.partition("(")[0]]


def _reduced(instance: Any) -> tuple[type, tuple[Any, ...]]:
    """What ``pickle`` and ``copy`` make an instance anew of."""
    return type(instance), tuple(getattr(instance, name) for name in instance.__match_args__)
