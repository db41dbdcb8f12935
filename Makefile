# The contributor's way in. `make` lists the targets.
PYTHON ?= python3
BIN = .venv/bin
SEED ?= $(shell date +%s)
MINUTES ?= 10
COUNT ?= 60

.PHONY: help setup check test thorough dear fuzz mutants bench golden estimate report wheel clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(BIN)/pytest  ## make .venv with everything a contributor needs

$(BIN)/pytest: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

check: setup  ## style, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup  ## all tests, then a small selection of the benchmarks by themselves
	$(BIN)/pytest
	$(BIN)/pytest -n 0 tests/bench

thorough: setup  ## all tests with sixty times as many random packs, then `make dear`: an hour and more
	$(BIN)/pytest --hypothesis-profile thorough
	$(MAKE) dear

fuzz: setup  ## mutated packs, tables and paths through every command, for MINUTES=10 with SEED=now; finds go to build/fuzz
	$(BIN)/python -m tests.fuzz --seed $(SEED) --minutes $(MINUTES)

mutants: setup  ## small faults put into the program, COUNT=60 with SEED=now: does a test notice each? Half a minute each
	$(BIN)/python -m tests.mutants --seed $(SEED) --count $(COUNT)

dear: setup  ## packs as large as the limits allow, through every command: ten minutes, with nothing else running
	$(BIN)/pytest -n 0 -m dear

bench: setup  ## all benchmarks: ratios measured side by side, the BLAS kernel printed
	$(BIN)/pytest -n 0 tests/bench -m bench -s

golden: setup  ## write the golden texts and generated pages anew; read the diff before you commit it
	$(BIN)/python -m tnt.language.schema.reference_page docs/language.md
	UPDATE_GOLDEN=1 $(BIN)/pytest -n 0 tests/diagnostics tests/reading/test_bad_corpus.py tests/report/terminal tests/docs

estimate: setup  ## the main job on the shipped default
	$(BIN)/tnt estimate

report: setup  ## the report of the shipped default, in both languages
	$(BIN)/tnt report --lang nb --out build/rapport.html
	$(BIN)/tnt report --lang en --out build/report.html

wheel: setup  ## build the wheel with packs and templates inside
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## remove what the other targets made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
