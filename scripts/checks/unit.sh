#!/usr/bin/env bash
# Fails when systemd finds fault with the unit, or finds it more exposed than 1.0 of 10 (it stands at 0.4).
# Skips, and says so, where there is no systemd-analyze.
# Usage: unit.sh PROGRAM
set -euo pipefail

most_exposed=1.0
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "${1:?the built program}")

if ! command -v systemd-analyze >/dev/null; then
    echo "Skipped: no systemd-analyze here."
    exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# The verifier wants the program to be there.
sed "s#/usr/local/bin/dateline#$program#" "$root/systemd/dateline.service" >"$scratch/dateline.service"

complaints=$(systemd-analyze verify --man=no "$scratch/dateline.service" 2>&1 || :)
if grep -F "dateline" <<<"$complaints"; then
    exit 1
fi

# Compared here, in tenths: its own --threshold is whole numbers in some versions.
verdict=$(systemd-analyze security --offline=true --no-pager "$scratch/dateline.service" |
    sed -n 's/.*exposure level for [^:]*: \([0-9]*\)\.\([0-9]\).*/\1\2/p')
limit=${most_exposed/./}
if ((10#${verdict:?systemd-analyze gave no exposure level} > 10#$limit)); then
    echo "Exposure level $verdict tenths; $limit is the most."
    exit 1
fi
echo "The unit verifies; exposure level ${verdict:0:-1}.${verdict: -1} of 10."
