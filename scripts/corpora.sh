#!/usr/bin/env bash
# Measures the engine, how good or how fast, over every corpus it knows by name under a folder:
#   a folder with gold.jsonl and pages/                extraction
#   entities/*.jsonl, quotes*.jsonl, timex*.jsonl,
#   money*.jsonl, w5h1*.jsonl (all also as .gz)        the annotation of that name
# Files whose name ends in .train or that lie in a folder train/ are left alone: they are not for measuring.
# evaluate fails where a figure slid below its floor in Tests/floors.txt; raise sets the floors to what is reached now.
# Usage: corpora.sh evaluate|raise|bench DATELINE_DEV FOLDER
set -euo pipefail

command=${1:?evaluate, raise or bench}
program=${2:?the built dateline-dev}
corpora=${3:?the folder of the corpora}
[[ -d $corpora ]] || { echo "There is no folder $corpora." >&2; exit 2; }

floors=$(dirname "$0")/../Tests/floors.txt
measured=0
slid=()
measure() { # TASK DATA
    local task=$1
    echo "== $task: ${2#"$corpora"/}"
    case $command in
        evaluate) "$program" evaluate "$task" "$2" --floors --floor-table "$floors" </dev/null || slid+=("${2#"$corpora"/}") ;;
        raise)
            "$program" evaluate "$task" "$2" --raise-floors --floor-table "$floors" </dev/null
            "$program" evaluate "$task" "$2" --raise-floors --floor-table "$floors" --sample </dev/null >/dev/null
            ;;
        bench)
            # For speed all annotation is one.
            if [[ $task == extraction ]]; then
                "$program" bench extraction "$2" --memory </dev/null
            else
                "$program" bench annotation "$2" </dev/null
            fi
            ;;
        *) echo "What is $command? evaluate, raise or bench." >&2; exit 2 ;;
    esac
    measured=$((measured + 1))
}

while IFS= read -r gold; do
    measure extraction "$(dirname "$gold")"
done < <(find -L "$corpora" -name gold.jsonl -type f | sort)

while IFS= read -r file; do
    name=$(basename "$file")
    case $name in
        *.train.jsonl*) continue ;;
        quotes*) measure quotes "$file" ;;
        timex*) measure timex "$file" ;;
        money*) measure money "$file" ;;
        w5h1*) measure w5h1 "$file" ;;
        *) if [[ $(basename "$(dirname "$file")") == entities ]]; then measure entities "$file"; fi ;;
    esac
done < <(find -L "$corpora" \( -name '*.jsonl' -o -name '*.jsonl.gz' \) -type f ! -name gold.jsonl ! -path '*/train/*' | sort)

if ((measured == 0)); then
    echo "Nothing under $corpora has a name that is known here; scripts/corpora.sh lists them." >&2
    exit 2
fi
if ((${#slid[@]} > 0)); then
    echo "Below a floor, or failed: ${slid[*]}" >&2
    exit 1
fi
