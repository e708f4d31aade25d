# gongshi: one front door. `make site` and `make test` need Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
        --no-header --no-annotate --strip-extras --allow-unsafe --build-deps-for editable --quiet --upgrade

.PHONY: site serve test lint bench requirements schema clean

site: $(VENV)/site.stamp          ## build the demonstration site into site/
	$(BIN)/gongshi build

serve: $(VENV)/site.stamp         ## look at the site while editing it
	$(BIN)/gongshi serve

# Some tests in the browser measure time, so nothing else runs beside them.
test: $(VENV)/dev.stamp           ## all tests, browser tests included
	$(BIN)/python tests/browser/provide.py
	$(BIN)/python tests/ledger/provide.py
	$(BIN)/python -m pytest tests/browser
	$(BIN)/python -m pytest -n auto --ignore=tests/browser

lint: $(VENV)/dev.stamp           ## ruff and mypy
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy

bench: $(VENV)/dev.stamp          ## how fast, how much memory
	$(BIN)/python -m tests.bench

schema: $(VENV)/site.stamp        ## renew the JSON Schema that editors use
	$(BIN)/gongshi schema --out data/project.schema.json

requirements: $(VENV)/dev.stamp   ## renew the locked dependencies
	$(BIN)/pip-compile $(LOCK) -o requirements/site.txt pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra dev --extra cluster \
	  --extra properdocs --extra zensical -c requirements/site.txt -o requirements/dev.txt pyproject.toml

clean:                            ## remove everything that was made
	rm -rf $(VENV) site bench-out

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "gongshi needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(VENV)/python.stamp
	$(PIP) install --require-hashes -r requirements/$*.txt
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	touch $@
