"""What the pages are dressed in is loaded by a workspace, and by this repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from briefsite.pages import assets
from briefsite.standalone import SHIM
from command import REPOSITORY
from pages.sample import CONFIGURATION

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", [CONFIGURATION, REPOSITORY / "mkdocs.yml"], ids=["a workspace", "this repository"])
def test_every_stylesheet_and_script_is_loaded(path: Path) -> None:
    configured = yaml.safe_load(path.read_text(encoding="utf-8"))
    loaded = {*configured["extra_css"], *configured["extra_javascript"], SHIM}  # the plugin loads the shim
    assert loaded == {name for name in assets() if name.endswith((".css", ".js"))}
