#!/usr/bin/env bash
# Fails when a shell script does not parse, or shellcheck (where it is installed) finds fault with it; the same for
# Python's own compiler.
set -euo pipefail

cd "$(dirname "$0")/../.."
mapfile -t shell < <(git ls-files --cached --others --exclude-standard -- 'scripts/*.sh' 'scripts/**/*.sh' .ci/run | sort -u)
mapfile -t python < <(git ls-files --cached --others --exclude-standard -- '*.py' | sort -u)

for script in "${shell[@]}"; do
    bash -n "$script"
    [[ -x $script ]] || { echo "$script is not executable"; exit 1; }
done
if command -v shellcheck >/dev/null; then shellcheck -S warning "${shell[@]}"; fi
for script in "${python[@]}"; do
    python3 -c 'import sys; compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec")' "$script"
done
echo "${#shell[@]} shell and ${#python[@]} Python scripts parse."
