"""Who we are to a server elsewhere: a name and password (basic, or digest where the server asks for it), or a token.

Passwords and tokens come from a file or the environment and never from the command line, where every user of the
machine could read them.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from silkgraph.errors import SilkgraphError

PASSWORD_VARIABLE = "SILKGRAPH_PASSWORD"
TOKEN_VARIABLE = "SILKGRAPH_TOKEN"

_SCHEME = re.compile(r"(?:^|,)\s*(basic|digest|bearer)\b", re.IGNORECASE)
_PARAMETER = re.compile(r'([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and password, or a token; all empty is nobody."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def is_anybody(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.user or self.token)


NOBODY = Credentials()


def credentials(user: str | None, password_from: Path | None, token_from: Path | None) -> Credentials:
    """The credentials that options and environment give; a file wins over the environment.

    Raises:
        SilkgraphError: a file cannot be read, or there is a name without a password.
    """
    if user is None:
        if password_from is not None:
            raise SilkgraphError("--password-from goes with --user")
        return Credentials(token=_secret(token_from, TOKEN_VARIABLE))
    if token_from is not None:
        raise SilkgraphError("give either --user or --token-from, not both")
    password = _secret(password_from, PASSWORD_VARIABLE)
    if not password:
        raise SilkgraphError(
            f"there is no password for {user}", advice=f"Give a file with --password-from, or set ${PASSWORD_VARIABLE}."
        )
    if ":" in user:
        raise SilkgraphError(f"the name {user!r} has a colon, which HTTP does not allow")
    return Credentials(user, password)


class Authorization:
    """Makes the header ``Authorization`` for each request, and learns from what the server asks for.

    A token is shown at once. A name and password wait until the server has said how it wants them: Virtuoso, which
    wants digest, does not say so to those who come with basic.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._is_basic = False
        self._digest: dict[str, str] | None = None
        self._count = 0

    def header(self, method: str, target: str) -> str | None:
        """What to show with a request; None for nothing.

        Args:
            method: of the request.
            target: its path and query, as they stand in the request line.
        """
        known = self._credentials
        if known.token:
            return f"Bearer {known.token}"
        if self._digest is not None:
            return self._digested(self._digest, method, target)
        if not self._is_basic:
            return None
        pair = f"{known.user}:{known.password}".encode()
        return f"Basic {base64.b64encode(pair).decode('ascii')}"

    def learn(self, challenge: str) -> bool:
        """Take in what a server said with 401 (``WWW-Authenticate``); whether to try again with it."""
        if not self._credentials.user:
            return False
        _, *schemes = _SCHEME.split(challenge)
        asked = dict(zip(map(str.casefold, schemes[::2]), schemes[1::2], strict=True))
        if "digest" in asked and self._learn_digest(asked["digest"]):
            return True
        if "basic" in asked and not self._is_basic and self._digest is None:
            self._is_basic = True
            return True
        return False

    def _learn_digest(self, challenge: str) -> bool:
        asked = {name.casefold(): quoted or plain for name, quoted, plain in _PARAMETER.findall(challenge)}
        knows_hash = asked.get("algorithm", "MD5").upper() in _HASHES
        knows_quality = "qop" not in asked or "auth" in re.split(r"[\s,]+", asked["qop"])
        is_new = self._digest is None or self._digest.get("nonce") != asked.get("nonce")
        if not ("nonce" in asked and knows_hash and knows_quality and is_new):
            return False
        self._digest, self._count = asked, 0
        return True

    def _digested(self, asked: dict[str, str], method: str, target: str) -> str:
        """RFC 7616, section 3.4."""
        algorithm = asked.get("algorithm", "MD5").upper()

        def hashed(text: str) -> str:
            return _HASHES[algorithm](text.encode("utf-8")).hexdigest()

        known, realm, nonce = self._credentials, asked.get("realm", ""), asked["nonce"]
        self._count += 1
        count, ours = f"{self._count:08x}", secrets.token_hex(16)
        whose, what = hashed(f"{known.user}:{realm}:{known.password}"), hashed(f"{method}:{target}")
        has_quality = "qop" in asked
        proof = hashed(f"{whose}:{nonce}:{count}:{ours}:auth:{what}" if has_quality else f"{whose}:{nonce}:{what}")
        parts = {"username": known.user, "realm": realm, "nonce": nonce, "uri": target, "response": proof}
        parts |= {"opaque": asked["opaque"]} if "opaque" in asked else {}
        written = [f'{name}="{value}"' for name, value in parts.items()]
        written += [f"algorithm={algorithm}"] if "algorithm" in asked else []
        written += ["qop=auth", f"nc={count}", f'cnonce="{ours}"'] if has_quality else []
        return f"Digest {', '.join(written)}"


def _secret(path: Path | None, variable: str) -> str:
    """The first line of a file, or what the environment holds."""
    if path is None:
        return os.environ.get(variable, "")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SilkgraphError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path=path) from error
    if not lines or not lines[0]:
        raise SilkgraphError("the first line is empty, where a password or token should stand", path=path)
    return lines[0]
