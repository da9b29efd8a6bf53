# Two commands need nothing before them but Python 3.11 or newer, pip and make: `make run` and `make test`.
# The packages go into .venv; Qt's system libraries are installed too where that is allowed (tools/check_qt.py).

# The first Python that is new enough and has pip. Debian's needs no python3-venv: see $(VENV)/packages below.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python; do \
	"$$python" -c 'import pip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV := .venv
FUZZ_SECONDS ?= 60
PY   := $(VENV)/bin/python

TS := $(wildcard resources/i18n/*.ts)
QM := $(TS:.ts=.qm)

.DEFAULT_GOAL := help
.PHONY: help run test check deb release windows lint texts bench faults fuzz soak mutants pictures demo clean clean-packaging qt-packages

help:                           ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' \
		| while IFS='|' read -r target words; do printf '  make %-12s %s\n' "$$target" "$$words"; done

run: $(VENV)/ready $(QM)        ## Jalankan program / start the program
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "Tidak ada layar di sini. Sebagai gantinya contoh lengkap dijalankan tanpa jendela; hasilnya di out/demo."; \
		echo "There is no screen here. The whole example runs without a window instead; its results go to out/demo."; \
		$(PY) -m pug_desktop demo --out out/demo; \
	else \
		$(PY) -m pug_desktop; \
	fi

test: $(VENV)/ready $(QM)       ## Jalankan semua tes, tanpa layar / run every test, no screen needed
	$(PY) -m pytest -n auto --dist worksteal

check: test lint                ## Tests, format, lint, types, import contracts: what CI runs

lint: $(VENV)/ready             ## The checks without the tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

texts: $(VENV)/ready            ## Collect the words of the windows into resources/i18n and compile them
	$(VENV)/bin/pyside6-lupdate -no-obsolete -locations none -source-language id_ID -target-language en_GB \
		$$(find pug_desktop/ui -name '*.py' | sort) -ts resources/i18n/pug_en.ts
	$(VENV)/bin/pyside6-lrelease resources/i18n/pug_en.ts -qm resources/i18n/pug_en.qm

bench: $(VENV)/ready $(QM)      ## Measure: start, saving, exchange, evidence, each as a ratio, and the peers; ten minutes
	$(PY) -m tests.bench

faults: $(VENV)/ready $(QM)     ## Kill, pull out and fill up everywhere, flip every bit, every hostile file; half an hour
	PUG_LONG=1 $(PY) -m pytest -o faulthandler_timeout=3600 tests/faults tests/hostile tests/fuzz

fuzz: $(VENV)/fuzz              ## Hand the readers bytes that nobody would write, for FUZZ_SECONDS=60
	$(PY) -m tests.fuzz out/fuzz -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1

soak: $(VENV)/ready             ## Ten thousand random walks of the exchange on all processors (PUG_RUNS); half an hour
	$(PY) -m tests.exchange_machine.soak

mutants: $(VENV)/ready          ## Is each deliberate mistake found, in the exchange and in the sheets, and after how many runs
	$(PY) -m tests.exchange_machine.mutants
	$(PY) -m tests.properties.mutants

pictures: $(VENV)/ready $(QM)   ## A picture of every page, off screen
	$(PY) tools/pictures.py

demo: $(VENV)/ready $(QM)       ## The whole example without a window, into out/demo
	$(PY) -m pug_desktop demo --out out/demo

release: check deb windows      ## What is handed out, into dist/release (REHEARSAL=1 to try it): installer/README.md
	$(PY) -m installer.release $(if $(REHEARSAL),--rehearsal)

deb: $(VENV)/ready $(QM)        ## The Debian package, frozen, packed, proven in a bare Debian (as root), into dist
	$(PY) -m installer.freeze
	$(PY) -m installer.make_deb
	$(PY) -m installer.prove_deb

windows: $(VENV)/ready          ## Windows setup and portable folder, built and proven under Wine (as root), into dist
	$(PY) -m installer.windows

qt-packages:                    ## Install the system libraries that Qt needs on Debian (as root)
	$(PYTHON) tools/check_qt.py --install

clean:                          ## Remove what was made, but not .venv
	rm -rf out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f resources/i18n/*.qm
	find pug_desktop tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

clean-packaging:                ## Remove what packaging keeps for its next run: bare Debians, wheels, environments
	rm -rf --one-file-system .packaging

resources/i18n/%.qm: resources/i18n/%.ts | $(VENV)/ready
	@$(VENV)/bin/pyside6-lrelease -silent $< -qm $@

# Debian's python3 comes without ensurepip and its pip refuses to install into the system (PEP 668): an environment
# without pip, filled by the pip outside it, needs neither.
$(VENV)/packages: pyproject.toml constraints.txt
	@[ -n "$(PYTHON)" ] || { \
		echo "Perlu Python 3.11 atau lebih baru dengan pip. / Needs Python 3.11 or newer with pip."; \
		echo "Debian, Ubuntu: sudo apt-get install python3 python3-pip"; exit 1; }
	@echo "Menyiapkan paket Python di $(VENV); hanya sekali, sekitar dua menit. / Fetching the Python packages, once."
	@[ -x $(PY) ] || $(PYTHON) -m venv --without-pip $(VENV)
	@$(PYTHON) -m pip --disable-pip-version-check --python $(PY) install --quiet -c constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/fuzz: $(VENV)/ready
	@$(PYTHON) -m pip --disable-pip-version-check --python $(PY) install --quiet -c constraints.txt --editable '.[dev,fuzz]'
	@touch $@

$(VENV)/ready: $(VENV)/packages installer/debian-packages.txt tools/check_qt.py
	@$(PY) tools/check_qt.py
	@touch $@
