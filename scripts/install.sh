#!/bin/sh
# Installs the built program, its resources, the service, the manual and the shell completions; or removes exactly
# these. Configuration that is there is kept, data is never touched.
# Usage: install.sh install RELEASE_DIRECTORY | install.sh uninstall
# Environment: PREFIX (/usr/local), SYSCONFDIR (/etc), DESTDIR (empty; a root to install into for packaging),
# STRIP (strip; `true` keeps the symbols)
set -eu

: "${PREFIX:=/usr/local}" "${SYSCONFDIR:=/etc}" "${DESTDIR:=}" "${STRIP:=strip}"
here=$(cd "$(dirname "$0")/.." && pwd)

program_directory=$PREFIX/libexec/dateline
link=$PREFIX/bin/dateline
documents=$PREFIX/share/doc/dateline
manual=$PREFIX/share/man/man1/dateline.1
bash_completion=$PREFIX/share/bash-completion/completions/dateline
zsh_completion=$PREFIX/share/zsh/site-functions/_dateline
fish_completion=$PREFIX/share/fish/vendor_completions.d/dateline.fish
configuration=$SYSCONFDIR/dateline/dateline.yaml

# systemd looks into /usr and /usr/local; for any other prefix its files go to /etc.
case $PREFIX in
    /usr | /usr/local)
        unit=$PREFIX/lib/systemd/system/dateline.service
        sysusers=$PREFIX/lib/sysusers.d/dateline.conf
        tmpfiles=$PREFIX/lib/tmpfiles.d/dateline.conf
        ;;
    *)
        unit=$SYSCONFDIR/systemd/system/dateline.service
        sysusers=$SYSCONFDIR/sysusers.d/dateline.conf
        tmpfiles=$SYSCONFDIR/tmpfiles.d/dateline.conf
        ;;
esac

# A systemd that runs here and is not being packaged for.
systemd_is_ours() { [ -z "$DESTDIR" ] && [ -d /run/systemd/system ]; }

# The documents that are installed, by the paths they have in the project.
document_names() { (cd "$here" && find README.md CHANGELOG.md LICENSE docs -maxdepth 1 -type f | sort); }

put() { # MODE SOURCE TARGET
    install -D -m "$1" "$2" "$DESTDIR$3"
}

put_generated() { # TARGET COMMAND...
    target=$DESTDIR$1
    shift
    mkdir -p "$(dirname "$target")"
    "$@" >"$target"
    chmod 644 "$target"
}

install_all() {
    release=$(cd "$1" && pwd)
    built=$release/dateline
    [ -x "$built" ] || { echo "install: $built is not there; run make build first" >&2; exit 1; }

    put 755 "$built" "$program_directory/dateline.new"
    if command -v "$STRIP" >/dev/null; then "$STRIP" "$DESTDIR$program_directory/dateline.new"; fi
    # Renamed into place: a daemon that runs keeps the file it was started from.
    mv -f "$DESTDIR$program_directory/dateline.new" "$DESTDIR$program_directory/dateline"
    for bundle in "$release"/*.resources; do
        name=$(basename "$bundle")
        case $name in *Tests.resources) continue ;; esac
        rm -rf "$DESTDIR${program_directory:?}/$name"
        cp -R "$bundle" "$DESTDIR$program_directory/$name"
        chmod -R u=rwX,go=rX "$DESTDIR$program_directory/$name"
    done
    mkdir -p "$DESTDIR$(dirname "$link")"
    ln -sfn ../libexec/dateline/dateline "$DESTDIR$link"

    put_generated "$unit" sed -e "s#/usr/local/bin/dateline#$link#" \
        -e "s#/etc/dateline/dateline.yaml#$configuration#" "$here/systemd/dateline.service"
    put 644 "$here/systemd/dateline.sysusers" "$sysusers"
    put 644 "$here/systemd/dateline.tmpfiles" "$tmpfiles"
    put 644 "$here/systemd/dateline.yaml" "$documents/dateline.yaml"
    [ -e "$DESTDIR$configuration" ] || put 644 "$here/systemd/dateline.yaml" "$configuration"

    put_generated "$manual" python3 "$here/scripts/manual.py" "$built"
    put_generated "$bash_completion" "$built" --generate-completion-script bash
    put_generated "$zsh_completion" "$built" --generate-completion-script zsh
    put_generated "$fish_completion" "$built" --generate-completion-script fish
    for document in $(document_names); do put 644 "$here/$document" "$documents/$document"; done

    if systemd_is_ours; then
        systemd-sysusers "$sysusers"
        systemd-tmpfiles --create "$tmpfiles"
        systemctl daemon-reload
    fi
    echo "Installed $DESTDIR$link. Start the service with: systemctl enable --now dateline"
}

uninstall_all() {
    if systemd_is_ours; then systemctl disable --now --quiet dateline.service 2>/dev/null || :; fi
    rm -rf "$DESTDIR${program_directory:?}" "$DESTDIR${documents:?}"
    rm -f "$DESTDIR$link" "$DESTDIR$unit" "$DESTDIR$sysusers" "$DESTDIR$tmpfiles" "$DESTDIR$manual" \
        "$DESTDIR$bash_completion" "$DESTDIR$zsh_completion" "$DESTDIR$fish_completion"
    if systemd_is_ours; then systemctl daemon-reload; fi
    echo "Removed. Still there: $DESTDIR$configuration, the account dateline, and the data in /var/lib/dateline."
}

case ${1:-} in
    install) install_all "${2:?the directory the program was built into}" ;;
    uninstall) uninstall_all ;;
    *)
        sed -n 's/^# Usage: /usage: /p' "$0" >&2
        exit 2
        ;;
esac
