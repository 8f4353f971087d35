# The two commands that do all the set-up: `make site` and `make test`.
# Needs Python 3.11 or newer, git and make; everything else is installed into .venv/ from locked lists.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test lint format lock bench clean

site: .venv/site.done  ## the published site, from seeds/
	$(BIN)/briefsite build
	@echo "Open site/index.html, or see it live with: make serve"

serve: .venv/site.done  ## the site, live
	$(BIN)/briefsite serve

test: .venv/test.done lint  ## every check: style, types, tests, a real browser
	$(BIN)/python scripts/browser.py
	$(BIN)/python -m pytest -q

lint: .venv/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/test.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/test.done  ## after a change of dependencies in pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml requirements/build.in -o requirements/site.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml requirements/build.in --group dev -c requirements/site.txt -o requirements/test.txt

SIZES ?= 100 1000
REPEAT ?= 3
bench: .venv/test.done  ## how fast it is, against stock MkDocs: the table of docs/handbook/speed.md
	$(BIN)/python scripts/bench --live --sizes $(SIZES) --repeat $(REPEAT)

clean:
	rm -rf .venv site .briefsite docs/b docs/assets/briefsite docs/.briefsite.json
	git clean -fdXq docs

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "briefsite needs Python 3.11 or newer; try: make site PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/site.done: .venv/bin/python requirements/site.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

.venv/test.done: .venv/site.done requirements/test.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@
