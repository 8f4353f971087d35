"""What the pages are dressed in is loaded by a workspace, and by this repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from briefsite.pages import assets
from briefsite.search.site_search import FOLDER
from briefsite.standalone import SHIM
from command import REPOSITORY
from pages.sample import CONFIGURATION

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", [CONFIGURATION, REPOSITORY / "mkdocs.yml"], ids=["a workspace", "this repository"])
def test_every_stylesheet_and_script_is_loaded(path: Path) -> None:
    configured = yaml.safe_load(path.read_text(encoding="utf-8"))
    # the plugin loads the shim, and on large sites the search box
    box = {f"{FOLDER}/search-box.{kind}" for kind in ("js", "css")}
    loaded = {*configured["extra_css"], *configured["extra_javascript"], SHIM, *box}
    assert loaded == {name for name in assets() if name.endswith((".css", ".js"))}
