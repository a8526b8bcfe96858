#!/bin/sh
# The tests of the scripts themselves: each check must be able to fail.
set -eu
cd "$(dirname "$0")"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if python3 -m unittest discover --start-directory . --pattern 'test_*.py' >"$log" 2>&1; then
    sed -n 's/^Ran \([0-9]*\) tests\{0,1\} in \(.*\)s$/\1 tests of the scripts passed after \2 seconds./p' "$log"
else
    cat "$log"
    exit 1
fi
