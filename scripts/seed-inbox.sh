#!/bin/sh
# Puts the sample articles into the Inbox, once: as long as the Outbox holds no record.
# Usage: seed-inbox.sh SAMPLES INBOX OUTBOX
set -eu

samples=$1
inbox=$2
outbox=$3

mkdir -p "$inbox" "$outbox"
if [ -d "$outbox/records" ] && [ -n "$(find "$outbox/records" -name '*.json' -print -quit)" ]; then
    exit 0
fi
for sample in "$samples"/*.txt "$samples"/*.html; do
    [ -f "$sample" ] || continue
    name=$(basename "$sample")
    # Copied under a name that is left alone, then renamed: the daemon never sees half a file.
    cp "$sample" "$inbox/.$name.$$"
    mv "$inbox/.$name.$$" "$inbox/$name"
done
echo "The first run starts with the articles of $samples." >&2
