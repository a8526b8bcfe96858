# What one does with dateline, from a fresh clone on. `make help` lists it.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup build run test check format benchmarks baseline bench bench-rivals engines million evaluate faults soak fuzz growth service screenshot \
	install uninstall clean

PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 3600
ARTICLES ?= 1000000
FUZZ_SECONDS ?= 600
SYSCONFDIR ?= /etc
RELEASE := .build/release

# Linked with Swift's own libraries, so that the installed program needs no Swift on its machine.
# SwiftPM builds everything anew when it finds a terminal where there was a pipe, for the colours of its messages.
NO_COLOR := --no-color-diagnostics
BUILD_FLAGS := -c release --static-swift-stdlib $(NO_COLOR)

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the system libraries that are missing (nothing happens when all are there)
	@scripts/setup.sh build

build: setup ## Build the program, optimised: .build/release/dateline
	@scripts/build-commit.sh Sources/CLinux/commit.h
	swift build $(BUILD_FLAGS) --product dateline

run: build ## Build, and work on what lies in Inbox/ until Ctrl-C
	@scripts/seed-inbox.sh docs/samples Inbox Outbox
	@scripts/foreground.py $(RELEASE)/dateline run --inbox Inbox --outbox Outbox

# A child that crashes on purpose would otherwise hang on the backtracer.
test: export SWIFT_BACKTRACE := enable=no
test: ## All tests
	@scripts/setup.sh test
	swift test $(NO_COLOR)
	scripts/tests/run.sh
	scripts/soak-test.py "$$(swift build --show-bin-path)/dateline" --seconds 12
	scripts/walls-test.py "$$(swift build --show-bin-path)/dateline"
	scripts/fault-test.py "$$(swift build --show-bin-path)/dateline" --short
	scripts/power-loss-test.py "$$(swift build --show-bin-path)/dateline" --states 12 --kills 1 --points 20
	scripts/adversity-test.py "$$(swift build --show-bin-path)/dateline" --short
	scripts/million.py "$$(swift build --show-bin-path)/dateline" --articles 5000 --per-day 100 --allowed 5

check: ## Everything that is not a test: format, arrows, sizes, words, documents, the unit, the records' schema
	@scripts/setup.sh test
	scripts/check.sh

format: ## Put the sources into the house's format
	swift format -i --configuration .swift-format -r Sources Tests Package.swift \
		Benchmarks/Benchmarks Benchmarks/Package.swift

benchmarks: setup ## Time each stage and each annotator over the golden articles and samples (a package of its own)
	cd Benchmarks && swift package benchmark --target Stages

baseline: setup ## Count the instructions of each stage anew and make that what `make check` compares with
	@scripts/setup.sh test
	swift build $(BUILD_FLAGS) --product dateline-gauge
	scripts/checks/instructions.py $(RELEASE)/dateline-gauge --set

bench: setup ## Speed over corpora of your own: make bench CORPORA=DIR
	@test -n "$(CORPORA)" || { echo 'make bench: say where the corpora are: make bench CORPORA=DIR' >&2; exit 2; }
	swift build $(BUILD_FLAGS) --product dateline-dev
	scripts/corpora.sh bench $(RELEASE)/dateline-dev "$(CORPORA)"

bench-rivals: build ## Processor time beside trafilatura, spaCy and textacy from PyPI: make bench-rivals [PAGES=DIR]
	scripts/bench-rivals.py $(RELEASE)/dateline $(if $(PAGES),--pages "$(PAGES)")

engines: build ## Run dateline under Spark, Ray and Dask from PyPI, kill a worker of each, and compare the answers
	scripts/engines/engine-test.py $(RELEASE)/dateline

million: build ## Make an Outbox of ARTICLES (a million), and see that nothing slows down with it (some 15 GB)
	scripts/million.py $(RELEASE)/dateline --articles $(ARTICLES) --verify

evaluate: setup ## Quality against corpora of your own: make evaluate CORPORA=DIR
	@test -n "$(CORPORA)" || { echo 'make evaluate: say where the corpora are: make evaluate CORPORA=DIR' >&2; exit 2; }
	swift build $(BUILD_FLAGS) --product dateline-dev
	scripts/corpora.sh evaluate $(RELEASE)/dateline-dev "$(CORPORA)"

faults: build ## Kill it, fail its calls, cut the power, fill its disk at every place, and see that nothing is lost (an hour)
	@scripts/setup.sh faults
	scripts/fault-test.py $(RELEASE)/dateline
	scripts/power-loss-test.py $(RELEASE)/dateline
	scripts/adversity-test.py $(RELEASE)/dateline --files 5000

soak: build ## Drop articles for SECONDS (an hour) while workers are killed, and see that nothing is lost and nothing grows
	scripts/soak-test.py $(RELEASE)/dateline --seconds $(SECONDS)

growth: build ## Time hostile inputs of 10 kB to 1 MB, and see that the time of a byte does not grow
	scripts/growth-test.py $(RELEASE)/dateline

fuzz: setup ## Fuzz what reads untrusted bytes, under the address sanitizer: make fuzz FUZZ_SECONDS=600
	@scripts/setup.sh test
	DATELINE_FUZZ=1 swift build -c release $(NO_COLOR) --scratch-path .build-fuzz --sanitize=address --sanitize=fuzzer \
		--product dateline-fuzz
	scripts/fuzz.sh .build-fuzz/release/dateline-fuzz $(FUZZ_SECONDS)

service: build ## Try the service under a real systemd in its own namespaces (as root)
	scripts/systemd-test.sh $(RELEASE)

screenshot: build ## docs/digest.png and its like in the dark and on a phone, an edition of the marked stories
	@scripts/setup.sh screenshot
	scripts/screenshot.sh $(RELEASE)/dateline Tests/Marked/stories.txt docs/digest.png

install: ## Install program, service, manual and completions (PREFIX, SYSCONFDIR and DESTDIR are honoured)
	@test -x $(RELEASE)/dateline || $(MAKE) build
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' SYSCONFDIR='$(SYSCONFDIR)' scripts/install.sh install $(RELEASE)

uninstall: ## Remove what `make install` installed; never the configuration or the data
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' SYSCONFDIR='$(SYSCONFDIR)' scripts/install.sh uninstall

clean: ## Remove what was built
	rm -rf .build .build-*
