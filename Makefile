# The commands of this project; `make` alone lists them. Written for GNU Make 3.81 (macOS) and later.

# The Python that makes .venv: `make site PYTHON=python3.12`.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
# One process for each core; the tests of a file stay together, since they share libraries and browsers.
IN_PARALLEL := --numprocesses auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help site usb test check format guide lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.site ## Check the content, render it, index it and publish it in site/
	@$(RUN) build.py

usb: $(VENV)/.site ## Build the edition for USB sticks in dist/
	@$(RUN) build.py usb

test: $(VENV)/.dev ## Run all tests, those in browsers included where Chromium and Firefox are installed
	@$(RUN) -m pytest $(IN_PARALLEL)

check: $(VENV)/.dev ## The definition of done: format, lint, types, imports, content, tests with their coverage
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(RUN) build.py check
	@$(RUN) -m pytest $(IN_PARALLEL) --cov

format: $(VENV)/.dev ## Format the code and cure what the linter can cure by itself
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

guide: $(VENV)/.dev ## Write the guide's pages on codes in docs/problems/
	@$(RUN) -m pytest --quiet --bless tests/docs/test_problem_pages.py

# One resolution for Linux, macOS and Windows and every Python we support; no address of any package index.
LOCK := $(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-annotate --no-config --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' --upgrade

lock: $(VENV)/.dev ## Pin the newest versions of all dependencies, with hashes, in requirements/
	@$(LOCK) --only-binary :all: --output-file requirements/site.txt
	@$(LOCK) --group dev --constraint requirements/site.txt --output-file requirements/dev.txt

clean: ## Remove the built site and what the tools left, but not .venv
	@rm -rf site .site.* dist test-results .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Each stamp is newer than its requirements file when that file is installed.
$(VENV)/.site: requirements/site.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Python 3.11 or newer is needed, but $(PYTHON) is not that. Install it, or name it: make site PYTHON=python3.12' >&2; \
	  exit 1; }
	@$(RUN) -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing requirements/site.txt into $(VENV) …'
	@$(RUN) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/site.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.site
	@echo 'Installing requirements/dev.txt into $(VENV) …'
	@$(RUN) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
