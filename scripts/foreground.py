#!/usr/bin/env python3
"""Runs a command in the foreground of the terminal, in a process group of its own.

Ctrl-C then reaches the command alone, once: it ends in its own time, with its own exit status, and `make` above it
neither dies of the signal nor calls the ending an error. TERM, INT and HUP sent to this process are handed on; a
signal that comes twice in quick succession (from the sender, and from make) is handed on once, because the daemon
takes a second one as "stop at once".

Usage: foreground.py COMMAND [ARGUMENT...]
"""

import os
import signal
import sys
import time

# The sender's signal and make's copy of it arrive within milliseconds; nobody presses a key twice as fast.
SAME_SIGNAL_SECONDS = 0.3
HANDED_ON = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}


def run(command):
    """Starts the command, waits for its end, and returns the exit status a shell would give."""
    terminal = foreground_terminal()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    # Held back until there is somebody to hand them on to.
    signal.pthread_sigmask(signal.SIG_BLOCK, HANDED_ON)
    child = os.fork()
    if child == 0:
        start(command, terminal)
    set_group(child)
    last = {}

    def hand_on(number, _frame):
        now = time.monotonic()
        if now - last.get(number, -1.0) >= SAME_SIGNAL_SECONDS:
            last[number] = now
            os.kill(child, number)

    for number in HANDED_ON:
        signal.signal(number, hand_on)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HANDED_ON)
    status = os.waitpid(child, 0)[1]
    if terminal is not None:
        os.tcsetpgrp(terminal, os.getpgrp())
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def foreground_terminal():
    """The terminal this process reads from, if it is in its foreground."""
    try:
        return 0 if os.isatty(0) and os.tcgetpgrp(0) == os.getpgrp() else None
    except OSError:
        return None


def set_group(process):
    """Gives the process a group of its own; both sides do, so that neither has to wait for the other."""
    try:
        os.setpgid(process, process)
    except OSError:
        pass  # it has one already, or it is past its exec


def start(command, terminal):
    """The child's half: takes the terminal, and becomes the command."""
    set_group(os.getpid())
    if terminal is not None:
        os.tcsetpgrp(terminal, os.getpid())
    for number in (signal.SIGTTOU, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HANDED_ON)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        print(f"foreground: {command[0]}: {error.strerror}", file=sys.stderr, flush=True)
        os._exit(127)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(run(sys.argv[1:]))
