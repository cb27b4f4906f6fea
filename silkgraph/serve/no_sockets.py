"""No sockets, but files: for a worker whose database opens its files as it comes to them.

Linux has system calls refused by a filter that nobody can take off again (seccomp). The filter here refuses those that
make a socket, and every call that is made in another way than this program makes them.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Machine:
    """What the kernel calls a kind of processor, and the numbers of the calls that matter here."""

    audit: int
    seccomp: int
    socket: int


_MACHINES = {"x86_64": _Machine(0xC000003E, 317, 41), "aarch64": _Machine(0xC00000B7, 277, 198)}
_IO_URING_SETUP = 425
_OTHER_CALLS = 0x40000000  # from here on x86-64 has the calls of programs with short pointers, sockets among them

_PR_SET_NO_NEW_PRIVS, _SET_MODE_FILTER, _ALL_THREADS = 38, 1, 1
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _KIND = 0, 4  # where in what the filter is shown the call's number and the machine stand


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def refuse_sockets() -> bool:
    """Let no thread of this process make a socket any more; False where the system has no means for it."""
    machine = _MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if machine is None:
        return False
    steps = [
        (_LOAD, 0, 0, _KIND),
        (_IF_EQUAL, 0, 5, machine.audit),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, 3, 0, _OTHER_CALLS),
        (_IF_EQUAL, 2, 0, machine.socket),
        (_IF_EQUAL, 1, 0, _IO_URING_SETUP),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.cast(code, ctypes.c_void_p))
    system = ctypes.CDLL(None)
    if system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(system.syscall(machine.seccomp, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0)
