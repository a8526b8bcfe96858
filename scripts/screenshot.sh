#!/usr/bin/env bash
# Makes editions of three days of marked stories and takes pictures of the last with a headless Chromium: PICTURE.png at
# a desk's width, PICTURE-dark.png, and PICTURE-phone.png.
# Usage: screenshot.sh PROGRAM STORIES PICTURE.png
set -euo pipefail

program=$(realpath "$1")
stories=$2
picture=$(realpath -m "$3")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/Outbox"
"$(dirname "$0")/checks/marked_stories.py" "$stories" "$scratch/days"
for day in "$scratch"/days/*; do
    "$program" run --once --date "$(basename "$day")" --inbox "$day" --outbox "$scratch/Outbox"
done
editions=("$scratch"/Outbox/digests/*/index.html)
page=${editions[1]}

# The sandbox of Chromium needs namespaces that root in a container does not get; the page is our own, and has no script.
sandbox=()
[[ $(id -u) -ne 0 ]] || sandbox=(--no-sandbox)
take() { # PICTURE ADDRESS SIZE SCALE [OPTION]
    local goal=$1 address=$2 size=$3 scale=$4
    shift 4
    chromium --headless "${sandbox[@]}" --disable-gpu --hide-scrollbars --force-device-scale-factor="$scale" \
        --user-data-dir="$scratch/profile" --window-size="$size" "$@" --screenshot="$goal" "$address" 2>/dev/null
    [[ -s $goal ]] || { echo "Chromium took no picture" >&2; exit 1; }
    echo "$goal"
}

# Wide enough for the page's widest layout; as high as one wants to scroll past in a README.
take "$picture" "file://$page" 1200,1500 1
# 0 is Chromium's number for dark.
take "${picture%.png}-dark.png" "file://$page" 1200,1000 1 --blink-settings=preferredColorScheme=0
# No window of Chromium is as narrow as a phone, but a frame is.
printf '<!DOCTYPE html><body style="margin:0 55px"><iframe src="%s" width="390" height="1400" style="border:0">' \
    "file://$page" >"$scratch/phone.html"
take "${picture%.png}-phone.png" "file://$scratch/phone.html" 500,1400 1 --allow-file-access-from-files
