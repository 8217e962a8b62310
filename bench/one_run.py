"""Runs one command and prints what it cost: exit status, CPU seconds, peak memory in bytes.

    python -I -S one_run.py OUTPUT COMMAND...

What the command prints goes to the file OUTPUT. This is a process of its own, and a small one, because on Linux a
process inherits the peak of the one that spawned it: from the benchmark itself, which has made large workbooks, every
command would seem as large. Nothing is imported here that is not needed.
"""

import os
import sys

_KILO = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, in kilobytes on Linux


def main(output: str, *command: str) -> None:
    """Run `command` without input, and print its cost on one line."""
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KILO)


if __name__ == "__main__":
    main(*sys.argv[1:])
