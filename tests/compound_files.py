"""Writes the compound files of Outlook and the old Office, from [MS-CFB], so that reading them can be tried.

As small as the form allows: version 3, no sectors of their own for the table of tables (so up to some 7 MB).
"""

import struct
from dataclasses import dataclass, field

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Tree = dict[str, "bytes | Tree"]


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    left: int = _FREE
    right: int = _FREE
    child: int = _FREE

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        return struct.pack(
            "<64sHBBIII16sIQQIQ",
            name, len(name) + 2, self.kind, 1, self.left, self.right, self.child, bytes(16), 0, 0, 0,
            self.start, self.size,
        )  # fmt: skip


@dataclass
class _Writer:
    entries: list[_Entry] = field(default_factory=lambda: [_Entry("Root Entry", _ROOT)])
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    mini: bytearray = field(default_factory=bytearray)
    mini_fat: list[int] = field(default_factory=list)

    def add_tree(self, tree: Tree, parent: int) -> None:
        places = []
        # Siblings are kept by the length of their names, then by their letters.
        for name in sorted(tree, key=lambda name: (len(name), name.upper())):
            content = tree[name]
            place = len(self.entries)
            places.append(place)
            if isinstance(content, bytes):
                self.entries.append(_Entry(name, _STREAM, self.store(content), len(content)))
            else:
                self.entries.append(_Entry(name, _STORAGE, 0))
                self.add_tree(content, place)
        self.entries[parent].child = self.balanced(places)

    def balanced(self, places: list[int]) -> int:
        if not places:
            return _FREE
        middle = len(places) // 2
        entry = self.entries[places[middle]]
        entry.left, entry.right = self.balanced(places[:middle]), self.balanced(places[middle + 1 :])
        return places[middle]

    def store(self, content: bytes) -> int:
        if not content:
            return _END
        if len(content) < _CUTOFF:
            start = len(self.mini_fat)
            count = -(-len(content) // _MINI)
            self.mini += content.ljust(count * _MINI, b"\0")
            self.mini_fat += [*range(start + 1, start + count), _END]
            return start
        return self.chain(content)

    def chain(self, content: bytes) -> int:
        start = len(self.sectors)
        count = -(-len(content) // _SECTOR)
        padded = content.ljust(count * _SECTOR, b"\0")
        self.sectors += [padded[place : place + _SECTOR] for place in range(0, len(padded), _SECTOR)]
        self.fat += [*range(start + 1, start + count), _END]
        return start

    def written(self) -> bytes:
        if self.mini:
            self.entries[0].start, self.entries[0].size = self.chain(bytes(self.mini)), len(self.mini)
        mini_fat = b"".join(struct.pack("<I", item) for item in self.mini_fat)
        mini_start = (
            self.chain(mini_fat.ljust(-(-len(mini_fat) // _SECTOR) * _SECTOR, b"\xff")) if mini_fat else _END
        )
        directory_start = self.chain(b"".join(entry.packed() for entry in self.entries))
        count = 1
        while count * 128 < len(self.sectors) + count:
            count += 1
        assert count <= 109, "too large for this writer"
        places = list(range(len(self.sectors), len(self.sectors) + count))
        table = self.fat + [_FAT] * count
        table += [_FREE] * (count * 128 - len(table))
        difat = places + [_FREE] * (109 - count)
        header = struct.pack(
            "<8s16sHHHHH6s9I109I",
            bytes.fromhex("d0cf11e0a1b11ae1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, count, directory_start,
            0, _CUTOFF, mini_start, -(-len(mini_fat) // _SECTOR), _END, 0, *difat,
        )  # fmt: skip
        return header + b"".join(self.sectors) + struct.pack(f"<{len(table)}I", *table)


def compound_file(tree: Tree) -> bytes:
    """Return a compound file with these streams and storages."""
    writer = _Writer()
    writer.add_tree(tree, 0)
    return writer.written()
