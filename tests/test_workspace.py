"""This repository is a workspace like any other: what it shows is what a new one gets."""

from __future__ import annotations

import pytest

from command import REPOSITORY

TEMPLATE = REPOSITORY / "src/briefsite/workspace"
OWN = ("site_name:", "  - Method:", "  - Handbook:", "      - handbook/", "  - About:")
"""Lines in which two sites may differ."""


def test_the_configuration_is_that_of_a_new_workspace() -> None:
    ours, theirs = (
        [line for line in (folder / "mkdocs.yml").read_text(encoding="utf-8").splitlines() if not line.startswith(OWN)]
        for folder in (REPOSITORY, TEMPLATE)
    )
    assert ours == theirs


@pytest.mark.parametrize("name", ["scripts/build.py"])
def test_the_scripts_are_those_of_a_new_workspace(name: str) -> None:
    assert (REPOSITORY / name).read_bytes() == (TEMPLATE / name).read_bytes()
