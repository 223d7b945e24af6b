# make demo: a finished dossier on a fresh machine; make test: the tests. Needs Python 3.11+.
PYTHON ?= python3
BIN = .venv/bin
STAMP = .venv/.ready

.PHONY: help demo test lint docs clean

help:
	@echo "make demo   build samples/completo into out/"
	@echo "make test   run the tests"
	@echo "make lint   formatter, linter, types, import contracts, generated files"
	@echo "make docs   write the generated files again"
	@echo "make clean  remove the environment and what was built"

demo: $(STAMP)
	$(BIN)/percorso build samples/completo/course.yaml -o out
	@echo "The documents are in out/ASC-2027-01/"

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

docs: $(STAMP)
	$(BIN)/python docs/generate.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -c constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet -c constraints.txt --no-build-isolation -e ".[dev]"
	@touch $(STAMP)

clean:
	rm -rf .venv out dist build
