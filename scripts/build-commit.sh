#!/usr/bin/env bash
# Writes the commit that is built, as a C string literal, unless the file says so already. Nothing where git cannot tell.
# Usage: build-commit.sh FILE
set -euo pipefail

commit=$(git describe --always --dirty --exclude '*' 2>/dev/null) || exit 0
literal="\"$commit\""
[[ -f $1 && $(<"$1") == "$literal" ]] || printf '%s\n' "$literal" >"$1"
