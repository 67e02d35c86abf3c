# Two front doors: `make site` and `make test`. Each makes its own .venv; nothing of ours is installed into it.

# What a shell around us set for another Python must not reach this one.
unexport PYTHONPATH PYTHONHOME PYTHONOPTIMIZE PYTHONSAFEPATH PYTHONSTARTUP VIRTUAL_ENV

PY := .venv/bin/python
BUILDER := $(PY) -m builder
CHECKED := builder tests tools $(wildcard bench)
# One browser per worker: more workers than four cost more than they save.
PYTEST := $(PY) -m pytest -n auto --maxprocesses 4

.DEFAULT_GOAL := help
.PHONY: help site test check faults edits golden mutants bench pack docs words lint types run-parts test-parts browsers lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' Makefile

site: run-parts ## the dossier of seeds/ and content/, into site/
	@$(BUILDER) build

test: test-parts lint types browsers ## every check and every test
	$(PYTEST)

check: test-parts lint types ## the quick part of `make test`: no browser, nothing slow
	$(PYTEST) -m "not browser and not slow"

faults: test-parts ## whatever the disk does, readers keep a whole site: 40 minutes of levels, errors and kills
	@$(PY) -m tests.fault

edits: test-parts ## 300 sequences of edits, each followed by a clean build beside it (ten minutes)
	@$(PY) -m tests.edits 300

golden: test-parts ## accept the golden site as it is built now, once its difference has been read
	$(PY) -m pytest -q -n 0 tests/golden/test_golden_site.py --accept-golden

mutants: test-parts ## how many of the small faults of tests/mutants the quick tests notice (four minutes, longer where one is let pass)
	@$(PY) -m tests.mutants.gate

N ?= 1000
bench: run-parts ## how long builds of N=1000 articles take beside those of other generators, into bench/results/
	@$(PY) bench/run.py --sizes $(N) --results bench/results

pack: site ## the offline zip
	@$(BUILDER) pack

docs: run-parts ## the pages of docs/ that are made from the program
	@$(PY) -m tools.docs.reference

words: test-parts ## the template of catalogues in templates/words/, and the catalogues of translators
	@$(PY) -m tools.words

lint: test-parts
	$(PY) -m ruff check $(CHECKED)
	$(PY) -m ruff format --check $(CHECKED)

types: test-parts
	$(PY) -m mypy

run-parts:
	@PYTHON="$(PYTHON)" sh requirements/install.sh run

test-parts:
	@PYTHON="$(PYTHON)" sh requirements/install.sh test

browsers:
	@sh tests/install_browsers.sh

# The one target that needs a tool of its own: uv, which pins for every Python and system at once.
LOCK := uv --no-config pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --quiet --upgrade
lock: ## new pins in requirements/*.txt (needs uv)
	$(LOCK) -o requirements/run.txt pyproject.toml
	$(LOCK) -o requirements/test.txt --all-extras pyproject.toml requirements/test.in

clean: ## away with .venv, .build and every cache; site/ stays
	rm -rf .venv .build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find builder tests -name __pycache__ -type d -prune -exec rm -rf {} +
