"""``python -m taper flush``: sends the norms that ended trainers left in their spools. The key is taken from TAPER_API_KEY."""

import argparse
import sys

from .norm_queue import flush_spools
from .errors import Unavailable
from .service import service_url


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m taper", description=__doc__)
    parser.add_argument("command", choices=["flush"])
    parser.add_argument("--url", help="URL of the service (default: TAPER_URL)")
    arguments = parser.parse_args()
    try:
        sent, left = flush_spools(service_url(arguments.url))
    except (Unavailable, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{sent} requests sent" + (f"; {left} spools belong to running trainers" if left else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
