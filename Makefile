# `make help` lists the targets. Settings can be given on the line: make run PORT=8100 PROFILE=foodbank
SHELL := /bin/sh
.DEFAULT_GOAL := help
export RASA_TELEMETRY_ENABLED = false
# numpy's threads gain nothing on short sentences; where cores are busy, they spend their time waiting for each other.
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1
# The service is many processes: each would compile all its libraries anew.
unexport PYTHONDONTWRITEBYTECODE
UV_VERSION := 0.13.9
# A uv that works (a shim may be there that does not), else one of our own in .tools.
UV := $(shell if uv --version >/dev/null 2>&1; then echo uv; else echo .tools/bin/uv; fi)
SETTINGS = PORT ASSISTANT_PORT ACTIONS_PORT HOST PROFILE VAR DATABASE_URL BENCHMARKS
$(foreach name,$(SETTINGS),$(if $($(name)),$(eval export $(name))))

.PHONY: help
help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-22s %s\n", $$1, $$2}'

.PHONY: uv
uv:
	@if [ "$(UV)" != uv ] && [ ! -x .tools/bin/uv ]; then \
	  echo "make: uv is missing, fetching it from PyPI into .tools"; \
	  for python in python3.12 python3.11 python3.10 python3; do \
	    if $$python -m venv .tools >/dev/null 2>&1; then break; fi; \
	  done; \
	  .tools/bin/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION) || { \
	    echo "make: uv could not be fetched. Install it (https://docs.astral.sh/uv/) and try again." >&2; exit 2; }; \
	fi

.PHONY: install
install: uv  ## create both Python environments from the lock files
	@echo "make: Python environment of the desk (3.12)"
	@$(UV) sync --quiet --locked
	@echo "make: Python environment of the assistant (3.10)"
	@$(UV) sync --quiet --locked --project assistant

.PHONY: run
run: install  ## start everything: site on http://127.0.0.1:8000/, console on /staff
	@exec .venv/bin/desk run

.PHONY: train
train: install  ## train the assistant if its inputs have changed
	@.venv/bin/desk train

.PHONY: test
test: install  ## run every check: ruff, mypy, rasa data validate, Python and browser tests
	@deploy/test-tools.sh
	@# The model is trained beside the checks and the tests that need none; the others wait for it.
	@VAR=var/test .venv/bin/desk train & \
	  set -x; .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && \
	  .venv/bin/pytest -n 2 --dist loadscope --no-loadscope-reorder; checked=$$?; wait; exit $$checked

.PHONY: evaluate
evaluate:  ## ask the running service the test questions; a table per language and kind
	@.venv/bin/python -m bench.evaluate

.PHONY: bench-understanding
bench-understanding:  ## measure the pipeline on public data sets (BENCHMARKS=FOLDER) beside published figures
	@.venv/bin/python -m bench.understanding

.PHONY: format
format: install  ## format the code
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

.PHONY: clean
clean:  ## remove everything that was made: environments, models, var
	rm -rf .venv assistant/.venv .tools models/*.tar.gz models/vectors-* var .mypy_cache .ruff_cache .pytest_cache
