#!/usr/bin/env bash
# Makes an edition of the samples and takes its picture with a headless Chromium.
# Usage: screenshot.sh PROGRAM SAMPLES PICTURE
set -euo pipefail

program=$(realpath "$1")
samples=$2
picture=$(realpath -m "$3")
# Wide enough for the page's widest layout; as high as one wants to scroll past in a README.
size=1200,1500

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/Inbox" "$scratch/Outbox"
cp "$samples"/*.txt "$samples"/*.html "$scratch/Inbox/"
"$program" run --once --date 2025-03-13 --inbox "$scratch/Inbox" --outbox "$scratch/Outbox"

editions=("$scratch"/Outbox/digests/*/index.html)
# The sandbox of Chromium needs namespaces that root in a container does not get; the page is our own, and has no script.
sandbox=()
[[ $(id -u) -ne 0 ]] || sandbox=(--no-sandbox)
chromium --headless "${sandbox[@]}" --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --user-data-dir="$scratch/profile" --window-size="$size" --screenshot="$picture" "file://${editions[0]}" 2>/dev/null
[[ -s $picture ]] || { echo "Chromium took no picture" >&2; exit 1; }
echo "$picture"
