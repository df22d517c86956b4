# What people and CI run: `make serve`, `make test`, `make bench`. README.md tells what for.
# Everything that is missing on the machine is installed by .ci/setup first; that takes a second when nothing is.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# The order below is the order of running, also under `make -j`: two cargo builds at once only wait for each other.
.NOTPARALLEL:

PORT ?= 8080
WASM := wasm32-unknown-unknown
# CI must build what Cargo.lock says; on a desk cargo may still write the lock after Cargo.toml has changed.
LOCKED := $(if $(CI),--locked)

# Trunk finds wasm-opt (npm's binaryen) and wasm-bindgen (cargo's) on PATH, and downloads them when it does not.
export PATH := $(CURDIR)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

# Folders are listed beside their files, so that a removed file counts as a change too.
SOURCES := Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json $(wildcard build.rs .ci/*.mjs) $(shell find src seeds)

.PHONY: serve build test bench setup setup-test setup-bench fmt lint test-native test-wasm size test-page

## make serve: the page as it would be published, on http://127.0.0.1:8080 (PORT=… for another port)
# --dev reads each file when it is asked for, so that a `make build` beside it shows on the next reload. The port is
# looked at first, because sirv would quietly take another one.
serve: build
	@! (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null || { echo "Port $(PORT) is taken: make serve PORT=…"; exit 1; }
	@echo "http://127.0.0.1:$(PORT)"
	@HOST=127.0.0.1 PORT=$(PORT) exec sirv dist --dev --quiet

## make build: the page in dist/, only when a source is newer
build: setup dist/index.html

# NO_COLOR=1 is good manners elsewhere, but Trunk 0.21 stops at any value other than true or false.
dist/index.html: $(SOURCES) | setup
	env -u NO_COLOR trunk build --release --skip-version-check $(LOCKED)
	touch $@

## make test: everything CI checks, in this order, up to the first failure, with how long each part took
test:
	@MAKE="$(MAKE)" .ci/timed setup-test fmt lint test-native test-wasm build size test-page

fmt:
	cargo fmt --check

lint:
	cargo clippy $(LOCKED) --all-targets -- -D warnings
	cargo clippy $(LOCKED) --target $(WASM) --lib --bins --test wasm -- -D warnings

test-native:
	cargo test $(LOCKED)

# The runner reads the browser's flags from webdriver.json. Its own limit of 20 s is short for a busy two-core machine.
test-wasm:
	CHROMEDRIVER="$$(command -v chromedriver)" WASM_BINDGEN_TEST_TIMEOUT=120 \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	cargo test $(LOCKED) --target $(WASM) --test wasm

size: build
	node tests/page/size.mjs

test-page: build
	node --test --test-reporter=spec tests/page/*.test.mjs

## make bench: how long the calculation takes, one step of a slider on the page, and what Lighthouse says of the first visit
bench: setup-bench build
	cargo bench $(LOCKED) --bench calculation
	CHROMEDRIVER="$$(command -v chromedriver)" WASM_BINDGEN_TEST_TIMEOUT=900 \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CARGO_PROFILE_BENCH_OPT_LEVEL=z \
	cargo bench $(LOCKED) --target $(WASM) --bench browser
	node tests/page/bench.mjs
	node tests/page/lighthouse.mjs

setup:
	@.ci/setup

setup-test:
	@.ci/setup test

setup-bench:
	@.ci/setup bench
