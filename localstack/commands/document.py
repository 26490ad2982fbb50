"""What docs/deploy.md tells an operator to type."""

import re
from dataclasses import dataclass
from pathlib import Path

import places
from places import Refused, short

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_PLACEHOLDER = re.compile(r"<([a-z][a-z ]*)>")
# the program, then the words that say what it is to do
_CALL = re.compile(r"(?:^|[\s(;|&])(aws [a-z0-9-]+ (?:wait )?[a-z0-9-]+|sam [a-z]+|\./mvnw [a-z]+|jar --[a-z]+|curl)(?=\s|$)")
_COMMAND = re.compile(r"(?:aws|sam|\./mvnw|jar|curl|git|docker)\s+\S")


@dataclass(frozen=True)
class Block:
    """Commands that are pasted together."""

    section: str
    text: str

    @property
    def calls(self) -> tuple[str, ...]:
        """What it calls, in that order, without the rest of their words."""
        return tuple(_CALL.findall(self.text))

    def filled(self, values: dict[str, str]) -> str:
        """With something in place of each <placeholder>."""

        def value(found: re.Match) -> str:
            if found[1] not in values:
                raise Refused(f"Nobody knows what to put for <{found[1]}> in “{self.first_line}”.")
            return values[found[1]]

        return _PLACEHOLDER.sub(value, self.text)

    @property
    def first_line(self) -> str:
        return self.text.partition("\n")[0].removesuffix("\\").rstrip()


@dataclass(frozen=True)
class Document:
    path: Path
    text: str

    @staticmethod
    def deploying() -> "Document":
        return Document(places.GUIDE, places.GUIDE.read_text())

    def blocks(self) -> list[Block]:
        """Those that are typed; what is written into a file names its language."""
        return [self._block(found) for found in _FENCE.finditer(self.text) if not found[1]]

    def file(self, language: str) -> Block:
        """The one block of that language."""
        found = [each for each in _FENCE.finditer(self.text) if each[1] == language]
        if len(found) != 1:
            raise Refused(f"{short(self.path)} has {len(found)} blocks of {language}, where one is wanted.")
        return self._block(found[0])

    def _block(self, found: re.Match) -> Block:
        headings = _HEADING.findall(self.text, 0, found.start())
        return Block(headings[-1] if headings else "", found[2].rstrip("\n"))

    def calling(self, call: str) -> Block:
        """The first block that calls it."""
        for block in self.blocks():
            if call in block.calls:
                return block
        raise Refused(f"{short(self.path)} no longer has a command “{call}”.")

    def said_only(self) -> list[str]:
        """Commands that its prose has and no block: nobody could paste or test them."""
        prose = _FENCE.sub("", self.text)
        blocks = "\n".join(block.text for block in self.blocks())
        return [span for span in _SPAN.findall(prose) if _COMMAND.match(span) and span not in blocks]
