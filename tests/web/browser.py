# SPDX-License-Identifier: MIT
"""Opens a page from disk in a headless Chromium that can reach no other host, and gives back what became of it."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND")
DEADLINE_S = 90


def program() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def opened(page: pathlib.Path, script: str = "") -> tuple[str, list[str]]:
    """The page's elements after its own script, then this one, as HTML; and the lines of its console."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = pathlib.Path(folder, "page.html")
        text = page.read_text(encoding="utf-8")
        copy.write_text(text.replace("</body>", f"<script>{script}</script></body>") if script else text, encoding="utf-8")
        # No sandbox: tests run as root in containers. The page is our own.
        command = [str(program()), "--headless", "--no-sandbox", *QUIET, f"--user-data-dir={folder}/profile",
                   "--enable-logging=stderr", "--v=0", "--virtual-time-budget=3000", "--dump-dom", copy.as_uri()]
        browser = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                                   env={**os.environ, "HOME": folder}, encoding="utf-8")
        try:
            elements, log = browser.communicate(timeout=DEADLINE_S)
        except subprocess.TimeoutExpired:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.communicate()
            raise
        if browser.returncode != 0 or not elements:
            raise RuntimeError(f"{command[0]} ended with status {browser.returncode}:\n{log}")
        return elements, [line for line in log.splitlines() if "CONSOLE" in line]
