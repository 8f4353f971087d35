"""Make sure that a Chromium is there for the browser tests, and print its path.

Where none is found and this runs as root on Debian or Ubuntu, it is installed from the distribution's own
packages; elsewhere this says what to install. `BRIEFSITE_CHROMIUM` names one in an unusual place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    named = os.environ.get("BRIEFSITE_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Find or install one."""
    if find() is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("installing Chromium from the distribution's packages …", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
            check=True,
            env=quiet,
            stdout=subprocess.DEVNULL,
        )
    if (path := find()) is None:
        print(
            "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), or name one:\n"
            "  BRIEFSITE_CHROMIUM=/path/to/chrome make test",
            file=sys.stderr,
        )
        return 1
    print(f"browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
