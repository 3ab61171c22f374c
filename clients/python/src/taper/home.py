"""The folder where this package keeps files: the spool of unsent norms, and copies of schedules."""

import hashlib
import os
import re
import sys
from pathlib import Path


def home() -> Path:
    """``TAPER_HOME``, else the system's folder for application state."""
    chosen = os.environ.get("TAPER_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "taper"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "taper"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "taper"


def folder_of(kind: str, url: str) -> Path:
    """The folder for one kind of file of one service; created if missing. Services at different URLs share nothing.

    :raises OSError: the folder cannot be created
    """
    readable = re.sub(r"[^A-Za-z0-9.-]+", "-", url.split("://", 1)[-1])[:40]
    folder = home() / kind / f"{readable}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    named = folder / "url"
    if not named.exists():
        named.write_text(url)
    return folder


def urls_of(kind: str) -> "list[str]":
    """URLs of the services that there is a folder of this kind for."""
    found = []
    for named in sorted((home() / kind).glob("*/url")):
        try:
            found.append(named.read_text().strip())
        except OSError:
            continue
    return [url for url in found if url]
