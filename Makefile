# The two commands of the README: make ask Q="agency rate in Assessment" and make test.
# Both work on a machine that has only Python 3.11+, pip and make.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Every process collects the same tests in the same order, also where a set gives their order.
ALIKE := PYTHONHASHSEED=0

export Q
.DEFAULT_GOAL := help
.PHONY: help ask test check check-emulate format bench bench-slack demo faults fuzz pictures serve upgrade clean

help:  ## show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

ask: .venv/ready  ## answer a question: make ask Q="agency rate in Assessment"
	@$(BIN)/muster ask $${Q:+"$$Q"}

test: .venv/ready-for-tests  ## run the tests, with coverage
	@$(ALIKE) $(BIN)/python -m pytest --quiet --numprocesses auto --cov --cov-report=term:skip-covered $(ARGS)

check: .venv/ready-for-tests  ## formatter, linter, types, import contracts, bundled data, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/muster check

format: .venv/ready-for-tests  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/ready  ## measure speed, beside the naive way
	@$(BIN)/muster bench ask

bench-slack: .venv/ready  ## measure answering in Slack, beside an empty listener
	@$(BIN)/muster bench slack

check-emulate: .venv/ready-for-tests  ## let another implementation of Slack agree (needs Node, npm)
	npm install --silent --no-audit --no-fund --prefix .venv/emulate emulate@0.12.2
	@$(BIN)/python -m tests.emulate.check .venv/emulate

fuzz: .venv/ready-for-tests  ## the long run of typing errors and random texts
	@$(BIN)/muster fuzz

faults: .venv/ready-for-tests  ## the long runs: hostile files, round trips, kills while loading
	@MUSTER_HOSTILE=10000 $(BIN)/python -m pytest --quiet tests/loading/files/test_hostile.py
	@MUSTER_ROUND_TRIPS=5000 $(BIN)/python -m pytest --quiet --numprocesses auto tests/loading/admin/test_exports.py
	@MUSTER_KILLS=200 $(BIN)/python -m pytest --quiet --numprocesses auto tests/loading/store/test_kills.py

demo: .venv/ready  ## try Muster in a small Slack on this machine, in the browser
	@$(BIN)/muster demo $(ARGS)

pictures: .venv/ready-for-tests  ## draw docs/images anew, from the demo as it is
	@$(BIN)/python -m tests.sandbox.page.pictures
	@$(BIN)/python -m tests.posting.pictures

serve: .venv/ready  ## answer in Slack (docs/slack.md says which tokens)
	@$(BIN)/muster prepare && $(BIN)/muster serve

upgrade: .venv/ready-for-tests  ## renew constraints.txt to the newest versions
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable .[dev]
	{ head -n 1 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | sort -f; } > constraints.new
	mv constraints.new constraints.txt

clean:  ## remove everything that was made
	rm -rf .venv build dist *.egg-info .coverage* .hypothesis .*_cache muster.db*

.venv/made:
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/made pyproject.toml constraints.txt
	@echo "Installing Muster into .venv …" >&2
	@$(INSTALL) --editable .
	@touch $@

.venv/ready-for-tests: .venv/ready
	@echo "Installing the tools of the tests …" >&2
	@$(INSTALL) --editable .[dev]
	@touch $@
