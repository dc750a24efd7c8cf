# Broadsheet's verbs. `make` alone lists them.

SWIFT ?= swift
RELEASE := .build/release/broadsheet
# The manual and completions.
SHARE := .build/share
# On Linux the program carries Swift's libraries, so that it runs where Swift is not installed, and begins sooner.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
OUTPUT ?= public
PREFIX ?= /usr/local
DESTDIR ?=
# What --version says; empty outside of a git checkout.
export BROADSHEET_COMMIT ?= $(shell git rev-parse --short=12 HEAD 2>/dev/null)
export BROADSHEET_COMMIT_DATE ?= $(shell git log -1 --format=%cs 2>/dev/null)
DAYS ?= 7
FUZZ_SECONDS ?= 600
FUZZ_SEED ?= 1
FUZZ_TARGETS ?=
SOURCES := Package.swift Benchmarks Sources Tests Templates

.DEFAULT_GOAL := help
.PHONY: help setup build program install dist check-recipes demo test check format lint bench benchmark browser-test screenshots fuzz sanitize mutants crash-test \
	disk-test soak scale-test word-tables clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what the build needs (Debian packages), if it is not there
	@sh scripts/setup.sh

build: program ## build the program for release, its manual and completions
	@sh scripts/share.sh $(RELEASE) $(SHARE)

program: setup
	$(SWIFT) build -c release $(STATIC) --product broadsheet

install: ## install what `make build` made below PREFIX (/usr/local)
	@SWIFT="$(SWIFT)" MAKE="$(MAKE)" sh scripts/install.sh $(RELEASE) $(SHARE) "$(DESTDIR)$(PREFIX)"

dist: program ## a tarball and a Debian package in dist/, with checksums
	@sh scripts/dist.sh $(RELEASE) dist

check-recipes: program ## workflows, scripts and units: what actionlint, shellcheck and systemd-analyze say of them
	@sh scripts/check-recipes.sh $(RELEASE)

demo: program ## a week of editions from a simulated world: no key, no internet
	$(RELEASE) demo -o $(OUTPUT) --days $(DAYS)

# What runs whole nights takes all cores for minutes: apart from the others, whose patience is for one thing at a time.
NIGHTS := DurabilityTests|NewsroomTests|CommandLineTests

# All tests as they were built: the environment, the options of the build.
define run-tests
$(1) $(SWIFT) test $(2) --skip-build --skip '$(NIGHTS)'
$(1) $(SWIFT) test $(2) --skip-build --filter '$(NIGHTS)'
endef

test: setup ## build and run all tests
	$(SWIFT) test --skip '$(NIGHTS)'
	$(SWIFT) test --skip-build --filter '$(NIGHTS)'

check: setup lint ## everything that must hold before a change lands
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	@$(MAKE) test

lint: ## is the code laid out as agreed?
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## lay the code out as agreed
	$(SWIFT) format format --in-place --recursive $(SOURCES)

word-tables: ## write the word tables of curation that have a published source anew (packages: see the script)
	@python3 scripts/word_tables.py

bench: program ## one after the other, or all at once: what concurrency is worth
	$(RELEASE) bench

benchmark: setup ## reading feeds, beside what libxml2 alone costs
	BROADSHEET_BENCHMARKS=1 $(SWIFT) package --scratch-path .build-benchmark --disable-sandbox benchmark --no-progress --target FeedBenchmarks

browser-test: program ## the demo in headless Chromium: widths, themes, contrast, requests
	@sh scripts/browser-test.sh $(RELEASE)

screenshots: program ## the same, and new pictures for the README
	@sh scripts/browser-test.sh $(RELEASE) --screenshots

fuzz: setup ## read broken input of all kinds for a while each, under the address sanitiser
	$(SWIFT) build -c release --sanitize=address --scratch-path .build-fuzz --product Fuzz
	@# What is made once and kept for good looks lost to it.
	ASAN_OPTIONS=detect_leaks=0 .build-fuzz/release/Fuzz $(FUZZ_SECONDS) $(FUZZ_SEED) Tests/FeedParsingTests/Fixtures $(FUZZ_TARGETS)

sanitize: setup ## all tests under the thread and the address sanitiser
	BROADSHEET_SANITIZER=thread $(SWIFT) build --sanitize=thread --scratch-path .build-thread --build-tests
	$(call run-tests,TSAN_OPTIONS="halt_on_error=1 suppressions=$(CURDIR)/scripts/thread-sanitizer.txt" BROADSHEET_SANITIZER=thread,--sanitize=thread --scratch-path .build-thread)
	$(SWIFT) build --sanitize=address --scratch-path .build-address --build-tests
	$(call run-tests,ASAN_OPTIONS=detect_leaks=0,--sanitize=address --scratch-path .build-address)

mutants: setup ## break the code in sixty places, one at a time: which breaks does no test notice?
	@python3 scripts/mutants.py

crash-test: setup ## kill runs at every call to the file system and at 200 moments: is anything lost or doubled?
	BROADSHEET_LONG=1 $(SWIFT) test --filter 'KilledRunTests|ManyRunsTests'

disk-test: setup ## the same with every call to the file system failing in four ways, and with full disks
	BROADSHEET_LONG=1 $(SWIFT) test --filter FailingDiskTests

soak: setup ## sixty nights of kills, failing disks, lost states and clocks that jump
	BROADSHEET_LONG=1 $(SWIFT) test --filter SoakTests

scale-test: program ## share 2,000 sources out over Slurm on this machine, kill one task, and compare with a single run
	sh scripts/scale-test.sh $(RELEASE)

clean: ## remove what was built
	$(SWIFT) package clean
