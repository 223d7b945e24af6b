# make demo: a finished dossier on a fresh machine; make test: the tests. Needs Python 3.11 or newer.
PYTHON ?= python3
VENV ?= .venv
OUT ?= out
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: help demo test lint docs clean

help:
	@echo "make demo   build samples/completo into $(OUT)/ and say where the documents are"
	@echo "make test   run the tests"
	@echo "make lint   formatter, linter, types, import contracts, generated files"
	@echo "make docs   write the generated files again"
	@echo "make clean  remove the environment and what was built"

demo: $(READY)
	$(BIN)/percorso build samples/completo/course.yaml -o $(OUT)
	@echo "The documents are in $(OUT)/ASC-2027-01/"

test: $(READY)
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python docs/generate.py --check

docs: $(READY)
	$(BIN)/python docs/generate.py

# The build backend is pinned too, so it is installed first and not fetched anew by pip.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e ".[dev]"
	@touch $(READY)

clean:
	rm -rf $(VENV) $(OUT) dist build
