#!/usr/bin/env bash
# Fuzzes every part that reads untrusted bytes, under the address sanitizer, starting from the golden articles.
# Usage: fuzz.sh PROGRAM [SECONDS]: how long for all targets together, 600 by default.
# Environment: FUZZ_SEED, for another run than the last; FUZZ_TARGETS, for some of the targets only.
# What breaks a target is left in .build-fuzz/found, and can be tried again: DATELINE_FUZZ_TARGET=T PROGRAM FILE
set -euo pipefail

program=$(realpath "${1:?usage: fuzz.sh PROGRAM [SECONDS]}")
seconds=${2:-600}
read -ra targets <<<"${FUZZ_TARGETS:-parse extract text annotate mhtml gzip headers json}"
cd "$(dirname "$0")/.."
work=.build-fuzz
mkdir -p "$work/found"

# Bytes of an input: most golden articles fit, and a run stays short enough for some hundreds a second.
longest=16384

# The golden articles that a target reads, in the form it reads them.
seeds() { # TARGET FOLDER
    local file name
    for file in Tests/Golden/*/input.*; do
        name=$(basename "$(dirname "$file")")
        case $1:$file in
            parse:*.html | extract:*.html | text:*.txt | text:*.md | headers:*.txt | mhtml:*.mht | mhtml:*.mhtml | gzip:*.gz)
                cp "$file" "$2/$name" ;;
            gzip:*.html) gzip -nc "$file" >"$2/$name" ;;
            annotate:*.txt) cp "$file" "$2/$name" ;;
            json:*.html | json:*.txt)
                jq -Rsc '{id: 1, name: "a.html", content: .}' "$file" >"$2/$name"
                jq -c '{record: .}' "$(dirname "$file")/expected.json" >"$2/$name-answer" ;;
        esac
    done
}

failed=()
for target in "${targets[@]}"; do
    corpus=$work/corpus/$target
    rm -rf "$work/seeds"
    mkdir -p "$corpus" "$work/seeds"
    seeds "$target" "$work/seeds"
    log=$work/$target.log
    # libxml2's and Swift's tables live as long as the process, so that a leak is looked for by `make soak` instead.
    DATELINE_FUZZ_TARGET=$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
        nice "$program" "$corpus" "$work/seeds" -max_total_time=$((seconds / ${#targets[@]})) \
        -max_len=$longest -timeout=10 -rss_limit_mb=3000 -seed="${FUZZ_SEED:-1}" -print_final_stats=1 \
        -artifact_prefix="$work/found/$target-" >"$log" 2>&1 || failed+=("$target")
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
    echo "$target: ${runs:-no} inputs tried, ${edges:-no} edges reached"
done
if ((${#failed[@]} > 0)); then
    echo "Broken: ${failed[*]}; the inputs are in $work/found, what was said in $work/TARGET.log"
    exit 1
fi
echo "Nothing found in $seconds s."
