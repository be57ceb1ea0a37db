"""No verdict, attribution, cause or grouping changes with the words in which findings are told.

Two programs print all that is decided about the same findings. They differ in their sentences alone: one has
those of reports/, the other puts others in their place.
"""

import subprocess
import sys
import unittest

OWN, OTHER = sys.argv[1:3]


def printed(program: str) -> tuple[list[str], list[str]]:
    """What was decided, and the sentences."""
    run = subprocess.run([program], check=True, capture_output=True, text=True)
    lines = run.stdout.splitlines()
    return ([line for line in lines if not line.startswith("sentence: ")],
            [line for line in lines if line.startswith("sentence: ")])


class Decisions(unittest.TestCase):
    def test_are_the_same_with_every_sentence_replaced(self) -> None:
        decided, sentences = printed(OWN)
        decided_again, others = printed(OTHER)
        self.assertEqual(decided_again, decided)
        self.assertEqual(len(others), len(sentences))
        # They were replaced, each of them.
        self.assertFalse(set(others) & set(sentences))
        kinds = ("verdict: ", "finding: ", "diagnostic: ", "recommended: ", "change: ", "against: ", "witness: ")
        for kind in kinds:
            self.assertTrue(any(line.startswith(kind) for line in decided), kind)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
