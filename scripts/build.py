"""The whole way in one call: seeds/ → briefing/ → docs/ → site/.

The same as `briefsite build`, for those who would rather run a script:

    python scripts/build.py
"""

from __future__ import annotations

import os
from pathlib import Path

from briefsite.cli import main

if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    main(["build"])
