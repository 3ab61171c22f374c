"""Where this package keeps files: requests that are not sent yet, and schedules that were read."""

import hashlib
import os
import re
import sys
from pathlib import Path


def home() -> Path:
    """``TAPER_HOME``, else the folder for application state of the user's system."""
    chosen = os.environ.get("TAPER_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "taper"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "taper"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "taper"


def folder_of(kind: str, url: str) -> Path:
    """The folder of one kind of file of one service, made if need be. Services at different URLs share nothing.

    :raises OSError: it cannot be made
    """
    readable = re.sub(r"[^A-Za-z0-9.-]+", "-", url.split("://", 1)[-1])[:40]
    folder = home() / kind / f"{readable}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
