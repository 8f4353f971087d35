"""Bring the translations of what the site says up to date with the code.

    python scripts/labels.py          every catalogue in src/briefsite/pages/labels/
    python scripts/labels.py fr       a new one as well

New messages are put in without a translation, those that are gone are taken out. The exit status is 1 while a
translation is missing. A catalogue is a PO file: any editor for them will do, or none.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PAGES = Path(__file__).resolve().parent.parent / "src" / "briefsite" / "pages"
FOLDER = PAGES / "labels"
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
KEYWORDS = {"N_": None, "t": None, "tn": (1, 2)}
HEAD = """\
# What the site says. Brought up to date by scripts/labels.py; `{names}` stay as they are."""


def messages() -> Catalog:
    """Every message that stands in the code and the templates of the pages."""
    catalogue = Catalog(charset="utf-8")
    for file, line, message, comments, context in extract_from_dir(PAGES, METHODS, keywords=KEYWORDS):
        catalogue.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path) -> Catalog:
    """A catalogue as it stands."""
    return read_po(io.BytesIO(path.read_bytes()), locale=path.stem)


def missing(catalogue: Catalog) -> list[str]:
    """The messages of the code that the catalogue has no whole translation for."""
    found = []
    for message in messages():
        if message.id:
            known = catalogue.get(message.id)
            strings = known.string if known and isinstance(known.string, tuple) else (known.string if known else "",)
            if not all(strings) or (known and known.fuzzy):
                found.append(message.id[0] if isinstance(message.id, tuple) else message.id)
    return found


def written(catalogue: Catalog) -> bytes:
    """The catalogue as its file: in the order of the alphabet, without what changes from day to day."""
    file = io.BytesIO()
    write_po(file, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = (
        f'{HEAD}\nmsgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return head.encode() + file.getvalue()


def main() -> None:
    """Write every catalogue anew."""
    lacking = 0
    for language in sorted({*sys.argv[1:], *(path.stem for path in FOLDER.glob("*.po"))}):
        path = FOLDER / f"{language}.po"
        catalogue = read(path) if path.exists() else Catalog(locale=language, charset="utf-8")
        catalogue.update(messages(), no_fuzzy_matching=True)
        path.write_bytes(written(catalogue))
        untranslated = missing(catalogue)
        lacking += len(untranslated)
        print(f"{path.name}: {len(untranslated)} without a translation", *untranslated, sep="\n  ")
    raise SystemExit(bool(lacking))


if __name__ == "__main__":
    main()
