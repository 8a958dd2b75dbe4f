# Careerbot. `make run` and `make test` are all a newcomer needs; both work on a fresh machine with Python 3 and make.
PYTHON ?= python3
BOT := .venv/bin/careerbot

.PHONY: help run chat test lint train bench lock clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

run: .runtime ## install, train if needed, and serve on 127.0.0.1:5005
	@$(BOT) serve

chat: .runtime ## talk in the shell
	@$(BOT) chat

train: .runtime ## train the model if anything it is made of has changed
	@$(BOT) train

test: .test lint node_modules/.package-lock.json ## run every test
	@$(BOT) train
	@.venv/bin/python -m pytest

lint: .test .lint ## check style and types
	@.venv-lint/bin/ruff check .
	@.venv-lint/bin/ruff format --check .
	@.venv-lint/bin/mypy --python-executable .venv/bin/python

bench: .test ## measure beside Rasa's defaults and write docs/performance.md, more than an hour; goes on where it was stopped
	@.venv/bin/python -m benchmarks.dialogue $(PART)
	@test -n "$(PART)" || for each in knowledge widget advice; do .venv/bin/python -m benchmarks.$$each || exit; done

lock: ## pin the requirements anew (needs uv)
	cd requirements && \
	uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-header --override overrides.txt runtime.in -o runtime.txt && \
	uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-header test.in -o test.txt && \
	uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-header lint.in -o lint.txt && \
	uv pip compile -q --universal --python-version 3.8 --generate-hashes --no-header uv.in -o uv.txt

clean: ## remove what was installed and trained; conversations stay
	rm -rf .venv .venv-lint .tools node_modules models .rasa

node_modules/.package-lock.json: package-lock.json # the checks of the widget that need Node; tests say what is missing without it
	@if command -v npm >/dev/null; then npm ci --silent && touch $@; else echo "No npm here: the widget is tested in part."; fi

.PHONY: .runtime .test .lint
.runtime .test .lint:
	@$(PYTHON) scripts/bootstrap.py $(@:.%=%)
