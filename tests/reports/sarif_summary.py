# SPDX-License-Identifier: MIT
"""Reads SARIF from standard input, holds it against what version 2.1.0 of the standard demands of the
parts that are there, and prints one JSON list a line for each result."""
import json
import re
import sys
from typing import Any

# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: the properties of each object (3.13 to
# 3.52), those that must be there first.
SHAPES = {
    "log": (["version", "runs"], ["$schema"]),
    "run": (["tool"], ["results", "columnKind"]),
    "driver": (["name"], ["version", "rules"]),
    "rule": (["id"], ["shortDescription", "fullDescription", "help"]),
    "result": (["message"], ["ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "suppressions",
                             "properties"]),
    "region": (["startLine"], ["startColumn", "endColumn", "snippet"]),
    "suppression": (["kind"], ["justification"]),
}


def check(shape: str, value: Any) -> Any:
    required, optional = SHAPES[shape]
    for name in required:
        assert name in value, f"{shape}: no {name}"
    for name in value:
        assert name in required + optional, f"{shape}: {name}"
    return value


def text_of(message: Any) -> str:
    assert set(message) == {"text"} and message["text"], message
    return message["text"]


def check_region(region: Any) -> list[int]:
    check("region", region)
    # 3.30.5: a positive integer; 3.30.8: endColumn is behind the region.
    assert region["startLine"] >= 1
    if "startColumn" in region:
        assert 1 <= region["startColumn"] <= region["endColumn"]
    return [region["startLine"], region.get("startColumn", 0), region.get("endColumn", 0)]


def main() -> None:
    log = check("log", json.load(sys.stdin))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    check("run", run)
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = check("driver", run["tool"]["driver"])
    rules = [check("rule", rule)["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules)
    for rule in driver["rules"]:
        for name in ("shortDescription", "fullDescription", "help"):
            text_of(rule[name])
    for result in run["results"]:
        check("result", result)
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
        region = check_region(physical["region"]) if "region" in physical else []
        for suppression in result.get("suppressions", []):
            assert check("suppression", suppression)["kind"] in ("inSource", "external")
        kinds = [suppression["kind"] for suppression in result.get("suppressions", [])]
        print(json.dumps([result["ruleId"], result["level"], uri, region, kinds, text_of(result["message"])]))


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(f"no SARIF 2.1.0: {error}")
