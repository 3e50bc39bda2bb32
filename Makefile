# The commands of the README; each one makes what it needs.
PYTHON ?= python3
PORT ?= 8000
FUZZ_SECONDS ?= 600
BIN := .venv/bin

.PHONY: demo install test contract lint fixture format lock clean benchmark-extraction benchmark-desk benchmark-write fuzz benchmark-api

demo: .venv/.runtime  ## environment, database, demo data, a login, the server
	@PORT=$(PORT) ONRECORD_LOG_LEVEL=$${ONRECORD_LOG_LEVEL:-WARNING} $(BIN)/python manage.py demo --serve

install: .venv/.dev  ## the environment with every development tool, from the lock

test: .venv/.dev  ## the whole suite
	$(BIN)/python -m pytest

contract: .venv/.dev  ## the API against its own schema, with many more requests than the suite makes
	ONRECORD_CONTRACT_EXAMPLES=200 $(BIN)/python -m pytest tests/contract

lint: .venv/.dev  ## format, lint, types, floors, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run

fixture: .venv/.dev  ## the demo fixture anew, from its documents
	$(BIN)/python -m fixtures.build

format: .venv/.dev  ## code style, and what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: .venv/.dev  ## resolve again; commit the result alone
	$(BIN)/uv pip compile --generate-hashes --no-header --universal --python-version 3.11 --upgrade \
		pyproject.toml -o requirements/runtime.txt
	$(BIN)/uv pip compile --generate-hashes --no-header --universal --python-version 3.11 --upgrade \
		pyproject.toml --group dev -o requirements/dev.txt

benchmark-extraction: .venv/.runtime var/benchmarks/quantulum3/.installed  ## docs/extraction.md's figures
	$(BIN)/python -m benchmarks.extraction

fuzz: var/benchmarks/fuzz/.installed  ## ten minutes of texts that try to break the extractor
	@mkdir -p var/benchmarks/fuzz/corpus
	var/benchmarks/fuzz/bin/python -m benchmarks.fuzz_extraction -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
		-rss_limit_mb=2048 -max_len=4000 -artifact_prefix=var/benchmarks/fuzz/ var/benchmarks/fuzz/corpus

benchmark-desk: .venv/.runtime  ## docs/performance.md's figures of the reviewers' pages
	$(BIN)/python -m benchmarks.desk

benchmark-write: .venv/.runtime  ## what ingest, a review and an export cost: docs/performance.md
	$(BIN)/python -m benchmarks.writing

benchmark-api: .venv/.runtime  ## docs/performance.md's ratios of reading over the API; CLAIMS="1000000 10000000"
	$(BIN)/python -m benchmarks.api $(CLAIMS)

clean:
	rm -rf .venv

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Onrecord needs Python 3.11 or newer: make PYTHON=python3.x")'
	$(PYTHON) -m venv .venv

.venv/.runtime: requirements/runtime.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch $@

.venv/.dev: requirements/dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ .venv/.runtime

var/benchmarks/quantulum3/.installed: benchmarks/quantulum3.txt
	$(PYTHON) -m venv var/benchmarks/quantulum3
	var/benchmarks/quantulum3/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

var/benchmarks/fuzz/.installed: benchmarks/fuzz.txt
	$(PYTHON) -m venv var/benchmarks/fuzz
	var/benchmarks/fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
