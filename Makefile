# Committee papers. `make paper` and `make test` are all that most people need; `make` alone prints what there is.

PAPER ?= inputs/jtai-2021-03
OUT ?= outputs
export PAPER OUT

# The environment is .venv, made once and made again when what is installed changes.
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help paper papers check chase new test lint pictures bench clean

help: ## say what there is
	@echo 'make TARGET [PAPER=inputs/your-paper]'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST)

paper: $(VENV)/ready ## build the papers of PAPER (inputs/jtai-2021-03) into outputs/
	@$(BIN)/papers build "$$PAPER" --out "$$OUT"

papers: $(VENV)/ready ## build the papers of every folder in inputs/
	@set --; for report in inputs/*/report.yaml; do set -- "$$@" "$${report%/report.yaml}"; done; \
		$(BIN)/papers build "$$@" --out "$$OUT"

check: $(VENV)/ready ## say everything that is wrong with PAPER; with ANNOTATE=yes also on a copy of its workbook
	@$(BIN)/papers check "$$PAPER" --out "$$OUT" $(if $(ANNOTATE),--annotate)

chase: $(VENV)/ready ## list what each lead of PAPER has to update before the next report; WITHIN=60 days, AS_OF=2021-03-16
	@$(BIN)/papers chase "$$PAPER" --out "$$OUT" $(if $(WITHIN),--within '$(WITHIN)') $(if $(AS_OF),--as-of '$(AS_OF)')

new: $(VENV)/ready ## make the folder PAPER to fill in, for COUNCIL=sefton or FROM=inputs/the-paper-before
	@$(BIN)/papers new "$$PAPER" $(if $(COUNCIL),--council '$(COUNCIL)') $(if $(FROM),--from '$(FROM)')

test: $(VENV)/ready-for-development ## run the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/ready-for-development ## check style and types
	@$(BIN)/ruff check --no-cache .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

pictures: $(VENV)/ready ## draw the pictures of the README again (needs LibreOffice and poppler-utils)
	@$(BIN)/python docs/pictures.py '$(BIN)/papers'

bench: $(VENV)/ready-for-development ## compare speed and memory with a plain docxtpl script
	@$(BIN)/python -m bench

clean: ## remove the environment and what was built
	rm -rf $(VENV) outputs .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin-is-there:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or later is needed: install it from https://www.python.org/downloads/,'; \
		echo 'or on Debian and Ubuntu: sudo apt install python3 python3-venv'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'Python lacks venv; on Debian and Ubuntu: sudo apt install python3-venv'; exit 1; }
	@touch $@

$(VENV)/ready: $(VENV)/bin-is-there pyproject.toml constraints.txt
	@echo 'Setting up $(VENV), once ...'
	@$(PIP) --editable .
	@touch $@

$(VENV)/ready-for-development: $(VENV)/ready
	@$(PIP) --editable '.[dev]'
	@touch $@
