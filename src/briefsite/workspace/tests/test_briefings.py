"""Every briefing of this workspace holds what its sources say: run with `python -m unittest discover tests`."""

import subprocess
import sys
import unittest
from pathlib import Path


class Briefings(unittest.TestCase):
    def test_every_word_stands_in_its_source(self) -> None:
        root = Path(__file__).resolve().parent.parent
        check = subprocess.run([sys.executable, "-m", "briefsite", "check"], cwd=root, capture_output=True, text=True)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)


if __name__ == "__main__":
    unittest.main()
