#!/usr/bin/env bash
# Runs every check and says at the end which of them failed; `make check` calls it.
# Environment: DATELINE_PROGRAM, the program to check with (by default the one built for debugging, made up to date).
set -euo pipefail

cd "$(dirname "$0")/.."
export SWIFT_BACKTRACE=enable=no

if [[ -z ${DATELINE_PROGRAM:-} ]]; then
    swift build --no-color-diagnostics --product dateline
    DATELINE_PROGRAM=$(swift build --show-bin-path)/dateline
fi

failed=()
check() { # NAME COMMAND...
    local name=$1
    shift
    echo "== $name"
    "$@" || failed+=("$name")
}

# Counted is what is released: optimised, with Swift's own libraries in it.
count_instructions() {
    command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; return; }
    local flags=(-c release --static-swift-stdlib --no-color-diagnostics)
    swift build "${flags[@]}" --product dateline-gauge || return
    scripts/checks/instructions.py "$(swift build "${flags[@]}" --show-bin-path)/dateline-gauge"
}

check "format" swift format lint --strict --configuration .swift-format -r Sources Tests Package.swift \
    Benchmarks/Benchmarks Benchmarks/Package.swift
check "arrows" scripts/checks/arrows.py
check "sizes" scripts/checks/sizes.py
check "words" scripts/checks/words.py
check "links" scripts/checks/links.py
check "scripts" scripts/checks/shell.sh
check "unit" scripts/checks/unit.sh "$DATELINE_PROGRAM"
check "configuration" scripts/checks/configuration.py "$DATELINE_PROGRAM"
check "outbox" scripts/checks/outbox.py "$DATELINE_PROGRAM"
check "editions" scripts/checks/editions.py "$DATELINE_PROGRAM"
check "installation" scripts/checks/installation.sh "$(dirname "$DATELINE_PROGRAM")"
check "instructions" count_instructions
check "documents" scripts/checks/documents.py "$DATELINE_PROGRAM"

if ((${#failed[@]} > 0)); then
    echo "Failed: ${failed[*]}"
    exit 1
fi
echo "All checks passed."
