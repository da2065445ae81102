"""Supervisor's event listener: when the desk itself has given up (FATAL), the whole service stops.

Assistant and action server are restarted for ever, with growing pauses; the desk explains meanwhile. Without a desk
there is nobody to explain. Protocol: supervisord.org/events.html.
"""

from __future__ import annotations

import os
import signal
import sys

ESSENTIAL = "desk"


def main() -> None:
    """Read events for ever."""
    while True:
        print("READY", flush=True)
        header = dict(pair.split(":", 1) for pair in sys.stdin.readline().split())
        body = sys.stdin.read(int(header["len"]))
        event = dict(pair.split(":", 1) for pair in body.split())
        if event.get("processname") == ESSENTIAL:
            print(f"desk: {ESSENTIAL} keeps failing, everything stops; look into its log", file=sys.stderr, flush=True)
            os.kill(os.getppid(), signal.SIGTERM)
        print("RESULT 2\nOK", end="", flush=True)


if __name__ == "__main__":
    main()
