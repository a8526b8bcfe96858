#!/usr/bin/env python3
"""Writes the manual page, in man(7), from what the program itself says of its commands and options.

Usage: manual.py PROGRAM > dateline.1
"""

import json
import subprocess
import sys

TAIL = r"""
.SH EXIT STATUS
.TP
0
Done.
.TP
1
Something was rejected (run \-\-once, extract, verify).
.TP
2
The command line was wrong.
.TP
3
The configuration was wrong.
.TP
4
It cannot run: a folder is missing, another daemon holds the Inbox, or there is no permission.
.SH SIGNALS
.TP
TERM, INT
Finish what is in work, then stop; a second one stops at once.
.TP
HUP
Read the configuration again.
.TP
USR1
Make the digest now.
.TP
USR2
Log the status.
.SH FILES
.TP
.I /etc/dateline/dateline.yaml
The configuration of the service.
.TP
.I /var/lib/dateline/Inbox
Where articles are dropped.
.TP
.I /var/lib/dateline/Outbox
Where records, digests and originals appear.
.SH SEE ALSO
.BR systemctl (1),
.BR journalctl (1)
"""


def escaped(text):
    """Text that troff takes as it is: backslashes and hyphens kept, no line that starts as a request."""
    lines = (text or "").replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def option_name(argument):
    """How an argument is written on the command line, as roff."""
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value).upper()}\\fR"
    dashes = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    names = ", ".join(f"\\fB{escaped(dashes[n['kind']] + n['name'])}\\fR" for n in argument.get("names", []))
    return names if argument["kind"] == "flag" else f"{names} \\fI{escaped(value).upper()}\\fR"


def synopsis(command, path):
    """The command's one-line usage."""
    words = [f"\\fB{escaped(' '.join(path))}\\fR"]
    if command.get("subcommands"):
        words.append("\\fICOMMAND\\fR")
    for argument in shown(command):
        name = option_name(argument).split(", ")[-1] + (" ..." if argument.get("isRepeating") else "")
        words.append(f"[{name}]" if argument.get("isOptional") else name)
    return " ".join(words)


def shown(command):
    """The arguments the help shows, without the help flag itself."""
    return [
        argument
        for argument in command.get("arguments", [])
        if argument.get("shouldDisplay", True) and argument.get("valueName") not in ("help", "version")
    ]


def paragraphs(text):
    """Text with its blank lines as paragraphs and its indented lines as they are."""
    lines = []
    for line in (text or "").splitlines():
        if not line.strip():
            lines.append(".PP")
        elif line.startswith((" ", "\t")):
            lines += [".nf", escaped(line), ".fi"]
        else:
            lines.append(escaped(line))
    return "\n".join(lines).replace("\n.fi\n.nf\n", "\n")


def section(command, path):
    """The page's part on one subcommand."""
    lines = [f".SS {escaped(' '.join(path[1:]))}", synopsis(command, path), ".PP"]
    lines.append(escaped(command.get("abstract", "")))
    if command.get("discussion"):
        lines += [".PP", paragraphs(command["discussion"])]
    lines += arguments(command)
    return lines


def arguments(command):
    """The list of a command's arguments."""
    lines = []
    for argument in shown(command):
        lines += [".TP", option_name(argument)]
        text = argument.get("abstract", "").rstrip()
        if argument.get("defaultValue"):
            text += f" (default: {argument['defaultValue']})"
        lines.append(escaped(text) or "\\&")
    return lines


def page(command, version):
    """The whole page."""
    name = command["commandName"]
    lines = [
        f'.TH {name.upper()} 1 "" "{escaped(version)}" "User Commands"',
        ".SH NAME",
        f"{escaped(name)} \\- {escaped(command.get('abstract', ''))}",
        ".SH SYNOPSIS",
        synopsis(command, [name]),
    ]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", paragraphs(command["discussion"])]
    lines += ([".SH OPTIONS"] + arguments(command)) if shown(command) else []
    lines.append(".SH COMMANDS")
    waiting = [([name, c["commandName"]], c) for c in command.get("subcommands", [])]
    while waiting:
        path, subcommand = waiting.pop(0)
        if path[1] == "help" or not subcommand.get("shouldDisplay", True):
            continue
        lines += section(subcommand, path)
        waiting[:0] = [(path + [c["commandName"]], c) for c in subcommand.get("subcommands", [])]
    return "\n".join(lines) + TAIL


def output_of(*command):
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main():
    """Asks the program for its help and its version, and prints the page."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    described = json.loads(output_of(sys.argv[1], "--experimental-dump-help"))
    version = output_of(sys.argv[1], "--version").strip().splitlines()
    sys.stdout.write(page(described["command"], version[0] if version else "dateline"))


if __name__ == "__main__":
    main()
