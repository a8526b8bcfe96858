#!/usr/bin/env bash
# Installs into a scratch root, runs what was installed, installs again over a changed configuration, and uninstalls:
# nothing may be lost on the way, nothing left over at the end.
# Usage: installation.sh DIRECTORY_OF_THE_BUILT_PROGRAM
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
built=$(realpath "${1:?the directory of the built program}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DESTDIR=$scratch PREFIX=/usr/local SYSCONFDIR=/etc

fail() {
    echo "$*"
    exit 1
}

"$root/scripts/install.sh" install "$built" >/dev/null
program=$scratch/usr/local/bin/dateline
[[ -n $("$program" --version) ]] || fail "the installed program does not give its version"

for bundle in "$built"/*.resources; do
    [[ $bundle == *Tests.resources ]] && continue
    [[ -d $scratch/usr/local/libexec/dateline/$(basename "$bundle") ]] || fail "$(basename "$bundle") was not installed"
done
for file in lib/systemd/system/dateline.service lib/sysusers.d/dateline.conf lib/tmpfiles.d/dateline.conf \
    share/man/man1/dateline.1 share/bash-completion/completions/dateline \
    share/zsh/site-functions/_dateline share/fish/vendor_completions.d/dateline.fish share/doc/dateline/README.md; do
    [[ -s $scratch/usr/local/$file ]] || fail "/usr/local/$file is missing or empty"
done
bash -n "$scratch/usr/local/share/bash-completion/completions/dateline"
if command -v man >/dev/null; then
    complaints=$(MANWIDTH=100 man -l --warnings "$scratch/usr/local/share/man/man1/dateline.1" 2>&1 >/dev/null </dev/null)
    [[ -z $complaints ]] || fail "the manual page: $complaints"
fi

echo "# changed" >>"$scratch/etc/dateline/dateline.yaml"
"$root/scripts/install.sh" install "$built" >/dev/null
tail -n 1 "$scratch/etc/dateline/dateline.yaml" | grep -q "changed" || fail "installing again lost the configuration"

"$root/scripts/install.sh" uninstall >/dev/null
left=$(cd "$scratch" && find . -type f -o -type l | sort)
[[ $left == ./etc/dateline/dateline.yaml ]] || fail "uninstalling left: $left"
echo "Installs, runs, keeps its configuration, uninstalls."
