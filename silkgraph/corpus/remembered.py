"""Readings kept from one build to the next, in the data folder.

A reading is found again only if nothing that it came from has changed: the files of its document, the knowledge that
documents are read with (the lexicon, the ontology), the program itself, and the libraries that it reads with. Each
file here has the SHA-256 of its content in front; one that is damaged is not used, and the text is read anew.
"""

from __future__ import annotations

import hashlib
import io
import logging
import pickle
import platform
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from silkgraph import __version__, model
from silkgraph.corpus.texts import Text
from silkgraph.errors import SourceError
from silkgraph.locations import PACKAGE, knowledge
from silkgraph.model import Reading
from silkgraph.store.failures import store_errors
from silkgraph.store.layout import replace_file

LIBRARIES = ("babel", "jieba", "opencc-python-reimplemented", "pycountry", "pypinyin")
"""What may read a text differently in another version."""
SUFFIX = ".reading"
DIGEST = hashlib.sha256().digest_size
_LOG = logging.getLogger(__name__)
OTHER_CLASSES = frozenset((("decimal", "Decimal"), ("datetime", "date")))


class Remembered:
    """The readings in a folder, which is made if need be.

    Raises:
        StoreError: the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paths: dict[Text, Path | None] = {}
        with store_errors(folder, "keep readings"):
            folder.mkdir(parents=True, exist_ok=True)

    def knows(self, text: Text) -> bool:
        """Whether a reading of a text as it is now is kept; whether it is whole is not looked at."""
        path = self._paths[text] = self._path(text)
        return path is not None and path.exists()

    def find(self, text: Text) -> Reading | None:
        """The reading of a text as it was when it was last asked for, if it is kept and whole."""
        path = self._paths[text] if text in self._paths or self.knows(text) else None
        if path is None or not path.exists():
            return None
        try:
            return read_kept(path)
        except (OSError, ValueError) as error:
            _LOG.warning("%s: the reading kept here cannot be used (%s), the document is read anew", path, error)
            return None

    def add(self, text: Text, reading: Reading) -> None:
        """Keep the reading of a text that was asked for; not where the text has changed since it was.

        Raises:
            StoreError: the folder cannot be written.
        """
        path = self._path(text)
        if path is not None and path == self._paths.get(text):
            with store_errors(self.folder, "keep readings"):
                replace_file(path, [_packed(reading)])

    def path(self, text: Text) -> Path | None:
        """Where the reading of a text that was asked for is kept; None where it is not."""
        path = self._paths.get(text)
        return path if path is not None and path.exists() else None

    def forget_others(self) -> None:
        """Remove what was not asked for since this was made: readings of what has changed or is gone."""
        with store_errors(self.folder, "keep readings"):
            for path in set(self.folder.glob(f"*{SUFFIX}")) - set(self._paths.values()):
                path.unlink(missing_ok=True)

    def _path(self, text: Text) -> Path | None:
        """Where a reading is kept; None for a text whose files cannot be read, which its reading will say."""
        try:
            own = _digest(_files(text.path) if text.described else [text.path], text.path.parent)
        except (OSError, SourceError):
            return None
        key = hashlib.sha256(f"{self._surroundings}\n{text.like}\n{own}".encode()).hexdigest()
        return self.folder / f"{key[:40]}{SUFFIX}"

    @cached_property
    def _surroundings(self) -> str:
        """All that a reading depends on beside the text: program, libraries and knowledge."""
        extract, ontology = knowledge("extract"), knowledge("ontology")
        program = (path for path in _files(PACKAGE) if path.suffix == ".py" and PACKAGE / "data" not in path.parents)
        lexicon = (path for folder in extract.iterdir() if _is_shared(folder) for path in _files(folder))
        versions = [f"{library} {version(library)}" for library in LIBRARIES]
        digests = [_digest(program, PACKAGE), _digest(lexicon, extract), _digest(_files(ontology), ontology)]
        return "\n".join([__version__, platform.python_version(), *versions, *digests])


def _is_shared(place: Path) -> bool:
    """Whether a file or folder in ``extract/`` is neither a document nor documentation."""
    return not (place / "document.toml").is_file() and place.suffix != ".md"


def _files(place: Path) -> Iterator[Path]:
    """A file, or all files below a folder but those that Python and editors put there."""
    if not place.is_dir():
        yield place
        return
    for path in place.rglob("*"):
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(place).parts):
            yield path


def _digest(files: Iterable[Path], root: Path) -> str:
    """The SHA-256 of the names and contents of files, in whatever order they come."""
    whole = hashlib.sha256()
    for name, path in sorted((path.relative_to(root).as_posix(), path) for path in files):
        content = path.read_bytes()
        whole.update(f"{name}\n{len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def read_kept(path: Path) -> Reading:
    """The reading that is kept in a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is damaged, or holds no reading.
    """
    return _unpacked(path.read_bytes())


def _packed(reading: Reading) -> bytes:
    content = pickle.dumps(reading, protocol=5)
    return hashlib.sha256(content).digest() + content


def _unpacked(content: bytes) -> Reading:
    """The reading that was packed.

    Raises:
        ValueError: this is not what was packed, or no reading.
    """
    digest, packed = content[:DIGEST], content[DIGEST:]
    if hashlib.sha256(packed).digest() != digest:
        raise ValueError("it is damaged")
    try:
        reading = _Unpickler(io.BytesIO(packed)).load()
    except Exception as error:
        raise ValueError(f"it was not written by this program: {error}") from error
    if not isinstance(reading, Reading):
        raise ValueError("it is no reading")
    return reading


class _Unpickler(pickle.Unpickler):
    """Makes values of the model and nothing else, so that no file can have anything run."""

    def find_class(self, module: str, name: str) -> object:
        """The class of a value.

        Raises:
            ValueError: it is none of the model's.
        """
        if (module, name) in OTHER_CLASSES or (module == model.__name__ and isinstance(getattr(model, name, 0), type)):
            return super().find_class(module, name)
        raise ValueError(f"{module}.{name} is no value of a reading")
