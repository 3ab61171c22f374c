"""``python -m taper``: what waits in the spools of ended trainers, and sends it. The key is taken from TAPER_API_KEY."""

import argparse
import sys

from .errors import Unavailable
from .norm_queue import flush_spools, waiting_spools
from .service import service_url


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m taper", description=__doc__)
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
