"""Values: frozen dataclasses that are made quickly and are in everything else those of the standard library."""

import copy
import dataclasses
import pickle

import pytest

from silkgraph.model import Body
from silkgraph.parse.coordination import Party
from silkgraph.parse.phrases import Phrases
from silkgraph.recognise.names import names
from silkgraph.values import replace

laos = Party("老挝", 3, 5, False)


def test_fields_are_filled_by_place_by_name_and_by_default() -> None:
    """``老挝`` at 3 to 5 has no country of its own until one is told."""
    assert laos == Party(name="老挝", start=3, end=5, generic=False, country=None)
    assert repr(laos) == "Party(name='老挝', start=3, end=5, generic=False, country=None)"
    assert replace(laos, country="LA").country == dataclasses.replace(laos, country="LA").country == "LA"


def test_what_is_replaced_has_the_name_that_is_meant() -> None:
    """``of`` is no field of a party, as the standard library says too; a field may be called ``type``."""
    with pytest.raises(TypeError, match="'of'"):
        replace(laos, of="Asia")  # type: ignore[call-arg]
    bank = Body("丝路银行", "CN", "bank", False, "si-lu-yin-hang", False, "own-name")
    assert replace(bank, type="company").type == "company"
    assert replace(bank, type="company").name == bank.name


def test_a_value_stays_what_it_is() -> None:
    """Nothing of ``老挝`` can be changed or taken away."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        laos.name = "缅甸"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del laos.name
    assert not hasattr(laos, "__dict__")


def test_a_field_that_is_not_given_is_missed() -> None:
    """A party without a place in the text is an error."""
    with pytest.raises(TypeError, match="'start', 'end', and 'generic'"):
        Party("老挝")  # type: ignore[call-arg]


def test_copies_and_pickles_are_equal_and_of_the_same_class() -> None:
    """Workers send each other readings as pickles."""
    for again in (pickle.loads(pickle.dumps(laos)), copy.copy(laos), copy.deepcopy(laos)):
        assert type(again) is Party
        assert again == laos
        assert hash(again) == hash(laos)


def test_a_factory_fills_its_field_anew_each_time() -> None:
    """What one head remembers of ``中国与老挝`` is not known to another."""
    one, other = (Phrases("中国与老挝", (0, 5), (), names()) for _ in range(2))
    assert one._read == other._read == {}
    assert one._read is not other._read
