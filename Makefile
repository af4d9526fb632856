# Every word is done by packaging/develop.py, which also works where no make is.
# Further words go along in ARGS: make run ARGS="--demo"

PYTHON ?= $(shell command -v python3 >/dev/null && echo python3 || echo python3.11)
WORDS := setup run test check fix bench bench-safety screens package texts lock

.PHONY: help $(WORDS)

help:
	@$(PYTHON) packaging/develop.py

$(WORDS):
	@$(PYTHON) packaging/develop.py $@ $(ARGS)
