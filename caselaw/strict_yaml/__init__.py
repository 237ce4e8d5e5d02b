"""YAML as editors may write it: plain text, lists and mappings, every one with its place in the file.

Scalars stay text (``NO``, ``12:30`` and ``2020-13-01`` surprise nobody); duplicate keys, anchors, aliases, tags and
tabs are problems. Where a single line is at fault, it is read as the editor meant it, so that the rest of the file is
checked too.

``parse`` reads, ``lines`` explains a line that cannot be read, ``nodes`` is what comes out.
"""

from __future__ import annotations

from caselaw.strict_yaml.nodes import Mapping, Node, Plain, Scalar, Sequence, node_at, place_at, to_plain
from caselaw.strict_yaml.parse import parse_yaml

__all__ = ["Mapping", "Node", "Plain", "Scalar", "Sequence", "node_at", "parse_yaml", "place_at", "to_plain"]
