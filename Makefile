# The two commands of the README; everything else is `.venv/bin/buendnisatlas --help`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: explore test check

explore: .venv/installed
	@$(BIN)/buendnisatlas explore

test: .venv/installed-dev
	@$(BIN)/python -m tests.prepare
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pyright

.venv/installed: pyproject.toml
	@echo "Umgebung wird eingerichtet (einmalig, etwa eine Minute) / setting up, once, about a minute …"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch .venv/installed $@
