#!/usr/bin/env bash
# Scores the engine against every corpus it knows by name under a folder:
#   a folder with gold.jsonl and pages/                extraction
#   entities/*.jsonl, quotes*.jsonl, timex*.jsonl,
#   money*.jsonl, w5h1*.jsonl (all also as .gz)        the annotation of that name
# Files whose name ends in .train or that lie in a folder train/ are left alone: they are not for measuring.
# Usage: evaluate.sh DATELINE_DEV FOLDER
set -euo pipefail

program=${1:?the built dateline-dev}
corpora=${2:?the folder of the corpora}
[[ -d $corpora ]] || { echo "There is no folder $corpora." >&2; exit 2; }

scored=0
score() { # TASK DATA
    echo "== $1: ${2#"$corpora"/}"
    "$program" evaluate "$1" "$2"
    scored=$((scored + 1))
}

while IFS= read -r gold; do
    score extraction "$(dirname "$gold")"
done < <(find -L "$corpora" -name gold.jsonl -type f | sort)

while IFS= read -r file; do
    name=$(basename "$file")
    case $name in
        *.train.jsonl*) continue ;;
        quotes*) score quotes "$file" ;;
        timex*) score timex "$file" ;;
        money*) score money "$file" ;;
        w5h1*) score w5h1 "$file" ;;
        *) if [[ $(basename "$(dirname "$file")") == entities ]]; then score entities "$file"; fi ;;
    esac
done < <(find -L "$corpora" \( -name '*.jsonl' -o -name '*.jsonl.gz' \) -type f ! -name gold.jsonl ! -path '*/train/*' | sort)

if ((scored == 0)); then
    echo "Nothing under $corpora has a name that is known here; scripts/evaluate.sh lists them." >&2
    exit 2
fi
