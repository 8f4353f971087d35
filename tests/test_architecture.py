"""The parts of the package stand in the order in which data flows; none imports from a later one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "briefsite"

STAGES = [
    {"__init__", "span"},
    {"source", "diagnostic"},
    {"typography"},
    {"lexicon"},
    {"article"},
    {"mentions"},
    {"facts"},
    {"briefing"},
    {"pages"},
    {"running"},
    {"pipeline"},
    {"report", "live", "search", "standalone"},
    {"engine"},
    {"cli", "plugin"},
    {"__main__", "workspace"},
]
RANK = {part: rank for rank, parts in enumerate(STAGES) for part in parts}
FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    """The parts of the package that a file imports, those for type checking included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [node.module or ""] + [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "briefsite" and len(parts) > 1 and parts[1] in RANK:
                found.add(parts[1])
    return found


def test_every_part_of_the_package_has_its_place() -> None:
    assert FILES
    assert {part_of(path) for path in FILES} == set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_to_earlier_stages(path: Path) -> None:
    later = {part for part in imported_parts(path) if RANK[part] > RANK[part_of(path)]}
    assert not later, f"{path.name} imports from a later stage: {later}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_can_be_read_in_a_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
