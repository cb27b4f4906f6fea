"""Who we are is shown as the server wants it: the examples of RFC 7616, section 3.9.1, and what servers make of it."""

from __future__ import annotations

import re

import pytest

from silkgraph.remote import credentials as module
from silkgraph.remote.credentials import Authorization, Credentials

MUFASA = Credentials("Mufasa", "Circle of Life")
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
DIGEST = f'realm="http-auth@example.org", qop="auth, auth-int", nonce="{NONCE}", opaque="FQhe/qaU"'


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The random number of the examples."""
    monkeypatch.setattr(module.secrets, "token_hex", lambda size: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
    ],
)
def test_the_examples_of_the_standard(ours: None, algorithm: str, response: str) -> None:
    authorization = Authorization(MUFASA)
    assert authorization.header("GET", "/dir/index.html") is None

    assert authorization.learn(f"Digest {DIGEST}, algorithm={algorithm}")

    shown = authorization.header("GET", "/dir/index.html") or ""
    assert shown.startswith('Digest username="Mufasa", realm="http-auth@example.org", ')
    assert f'response="{response}"' in shown
    assert "qop=auth, nc=00000001, " in shown
    assert "nc=00000002" in (authorization.header("GET", "/dir/index.html") or "")


def test_digest_is_preferred_and_a_new_nonce_is_taken(ours: None) -> None:
    authorization = Authorization(MUFASA)

    assert authorization.learn(f'Basic realm="x", Digest {DIGEST}')
    assert (authorization.header("GET", "/") or "").startswith("Digest ")
    assert not authorization.learn(f"Digest {DIGEST}"), "the same once more: the password is wrong"
    assert authorization.learn(f"Digest {DIGEST}".replace(NONCE, "another"))
    assert re.search(r'nonce="another".* nc=00000001', authorization.header("GET", "/") or "")


@pytest.mark.parametrize(
    ("known", "challenge"),
    [
        (Credentials(), 'Basic realm="x"'),
        (Credentials(), f"Digest {DIGEST}"),
        (MUFASA, "Negotiate"),
        (MUFASA, ""),
        (MUFASA, 'Digest realm="x", nonce="y", algorithm=SHA-512-256'),
        (MUFASA, 'Digest realm="x", nonce="y", qop="auth-int"'),
        (Credentials(token="abc"), 'Basic realm="x"'),
    ],
)
def test_what_cannot_be_answered_is_not(known: Credentials, challenge: str) -> None:
    assert not Authorization(known).learn(challenge)


def test_secrets_are_not_printed() -> None:
    assert "Circle" not in repr(MUFASA)
    assert "abc" not in repr(Credentials(token="abc"))
