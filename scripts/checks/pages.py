"""What several checks of pages have in common."""

import subprocess

TIME_LIMIT_SECONDS = 300
# What an HTML 5 page has, and tidy's version of 2021 has not heard of.
TIDY_UNAWARE = ("is not recognized", "proprietary attribute", "trimming empty", "lacks \"summary\"")


def output_of(*command, **options):
    """What a command prints; its failure is ours."""
    return subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=TIME_LIMIT_SECONDS, **options).stdout


def page_faults(page):
    """What is wrong with one page of the digest: tidy's errors, and whatever it would fetch or run."""
    checked = subprocess.run(["tidy", "-q", "-e", "-utf8", str(page)], capture_output=True, text=True)
    for line in checked.stderr.splitlines():
        if " - " in line and not any(phrase in line for phrase in TIDY_UNAWARE):
            yield f"{page.name}: {line}"
    html = page.read_text(encoding="utf-8").lower()
    for word in ("<script", "javascript:", "@import", "src=\"http", "url(http"):
        if word in html:
            yield f"{page.name}: has {word}, which a page without script and requests may not have"
