"""The walls around a worker, which it draws itself before the first query comes.

No file and no socket can be opened any more (RLIMIT_NOFILE), memory is bounded (RLIMIT_AS), and an alarm ends the
process (SIGALRM, RLIMIT_CPU) should the serving process fail to. Only POSIX has the means. The database of a large
graph still opens files: as many are left to it, and sockets are refused in another way.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time

from silkgraph.serve.no_sockets import refuse_sockets

_DESCRIPTORS = "/dev/fd"


def shut_in(memory: int, *, network: bool, files: int = 0) -> None:
    """Bound memory, and let no file and no socket be opened any more.

    Args:
        memory: how many bytes may be taken from now on; 0 is any number.
        network: leave the right to open files and sockets.
        files: so many files a database may still have to open. Where the system has no means to refuse sockets only
            (`no_sockets`: other systems than Linux, other processors), connections are then left to the first wall
            alone, the reading of the query's words: a large graph that cannot be read helps nobody.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        most = _address_space() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if network:
        return
    most = 0
    if files:
        refuse_sockets()
        most = _highest_descriptor() + 1 + files
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _highest_descriptor() -> int:
    """The highest number that an open file or socket has."""
    return max(int(name) for name in os.listdir(_DESCRIPTORS))


def set_alarm(seconds: float) -> None:
    """End this process after some time, by the clock and by processor time, unless the alarm is called off."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, most))


def call_off_alarm() -> None:
    """The job was done in time."""
    signal.setitimer(signal.ITIMER_REAL, 0)


def most_memory() -> int:
    """The most memory, in bytes, that this process has held at any time."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _address_space() -> int:
    """The bytes of address space in use; a guess where there is no /proc to say so."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 1 << 30
