"""What a piece of a page is: paragraph, heading, table cell, figure (ISO 32000-1, 14.7 and 14.8).

A tagged page is read aloud and reflowed in the right order. Text is a paragraph unless a part says otherwise;
what no part claims (rules, boxes, page numbers) is marked as an artifact when the page is done. A flowable
that goes on to the next page hands its node on, so that one paragraph stays one paragraph.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, pdfdocEnc

# Kinds that hold text themselves; in all others a text makes a paragraph of its own.
LEAVES = frozenset("P H1 H2 H3 TD TH Span Lbl LBody Caption Note".split())
# Cells stay when they are empty: without them the columns of a table would not fit its head.
_CELLS = ("TD", "TH")
ARTIFACT = "Artifact"
# The name of the root of all elements in ReportLab's tables.
ROOT = "StructTreeRoot"


class _Tagged(str):
    """Operators that belong to a node, with their own BDC and EMC."""

    __slots__ = ()


class _Begin(str):
    """The BDC of several operators."""

    __slots__ = ()


class _End(str):
    """Their EMC."""

    __slots__ = ()


class Node:
    """A structure element; `kids` are nodes and (page object's name, number of the marked content).

    `number` is that of its object in the file, given when the document is done.
    """

    __slots__ = ("alt", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: "Node | None" = None, alt: str = "") -> None:
        self.kind, self.parent, self.alt, self.number = kind, parent, alt, 0
        self.kids: list[Node | tuple[str, int]] = []
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]

    def written(self, numbers: dict[str, tuple[int, int]]) -> str:
        """The element as an object of the file; `numbers` are those of ReportLab's own objects."""
        own = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), "")
        above = self.parent.number if self.parent else numbers[ROOT][0]
        text = f"<</S/{self.kind}/P {above} 0 R"
        if own:
            text += f"/Pg {numbers[own][0]} 0 R"
        if self.kind == "TH":
            text += "/A<</O/Table/Scope/Column>>"
        if self.alt:
            text += f"/Alt<feff{self.alt.encode('utf-16-be').hex()}>"
        if len(self.kids) == 1:
            return f"{text}/K {_kid(self.kids[0], own, numbers)}>>"
        kids = " ".join([_kid(kid, own, numbers) for kid in self.kids])
        return f"{text}/K[{kids}]>>" if kids else f"{text}>>"


def _kid(kid: Node | tuple[str, int], own: str, numbers: dict[str, tuple[int, int]]) -> str:
    if isinstance(kid, Node):
        return f"{kid.number} 0 R"
    page, number = kid
    if page == own:
        return str(number)
    return f"<</Type/MCR/Pg {numbers[page][0]} 0 R/MCID {number}>>"


class _Raw(PDFObject):
    """An object whose text is made when all numbers are known."""

    __RefOnly__ = 1

    def __init__(self, text: Any) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:
        """ReportLab: the object's bytes."""
        return pdfdocEnc(self._text())


class Tree:
    """The structure of one document while it is drawn."""

    def __init__(self, page_name: Any) -> None:
        self._page_name = page_name
        self.root = Node("Document")
        self._open = [self.root]
        self._page: list[Node] = []
        self._pages: list[list[Node]] = []

    @property
    def top(self) -> Node:
        """The innermost open part."""
        return self._open[-1]

    def enter(self, node: Node) -> None:
        """What is drawn until `leave` belongs to the node."""
        self._open.append(node)

    def leave(self) -> None:
        """Closes the part that was entered last."""
        self._open.pop()

    def claim(self, node: Node | None = None) -> str:
        """The BDC operator for content of a node: by default of the open leaf, else of a new paragraph."""
        if node is None:
            node = self.top if self.top.kind in LEAVES else Node("P", self.top)
        number = len(self._page)
        self._page.append(node)
        node.kids.append((self._page_name(), number))
        return f"/{node.kind} <</MCID {number}>> BDC"

    def end_page(self, code: list[str]) -> int:
        """Marks what nobody claimed as artifacts, in place; answers the page's place in the parent tree."""
        code[:] = list(_with_artifacts(code))
        self._pages.append(self._page)
        self._page = []
        return len(self._pages) - 1

    def save(self, document: Any) -> list[Node]:
        """Numbers the elements in the document and adds the root above them; empty branches are left out.

        The elements themselves, thousands of them, are written by `flow.written`.
        """
        _prune(self.root)
        nodes = list(self.root.walk())
        for number, node in enumerate(nodes, document.objectcounter + 1):
            node.number = number
        document.objectcounter += len(nodes)
        document.Reference(_Raw(self._root_text), ROOT)
        return nodes

    def _root_text(self) -> str:
        pages = [" ".join([f"{node.number} 0 R" for node in nodes]) for nodes in self._pages]
        nums = " ".join(f"{at}[{refs}]" for at, refs in enumerate(pages))
        return (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree<</Nums[{nums}]>>"
            f"/ParentTreeNextKey {len(self._pages)}>>"
        )


def _prune(node: Node) -> None:
    """Takes away branches in which nothing was drawn."""
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    node.kids = [kid for kid in node.kids if isinstance(kid, tuple) or kid.kids or kid.kind in _CELLS]


def _with_artifacts(code: Iterable[str]) -> Iterator[str]:
    artifact, depth = False, 0
    for step in code:
        begins, ends = isinstance(step, _Begin), isinstance(step, _End)
        claimed = begins or ends or depth or isinstance(step, _Tagged)
        if claimed and artifact:
            yield "EMC"
        if not claimed and not artifact:
            yield "/Artifact BMC"
        artifact = not claimed
        depth += begins - ends
        yield str(step)
    if artifact:
        yield "EMC"


def tree_of(canvas: Any) -> Tree | None:
    """The structure that the canvas builds; None on a bare canvas of ReportLab's own."""
    found: Tree | None = getattr(canvas, "tree", None)
    return found


class part:  # noqa: N801 - used as a function; a class enters three times as fast as a generator
    """What is drawn meanwhile belongs to a new part of this kind, or to a node that goes on."""

    __slots__ = ("_tree",)

    def __init__(self, canvas: Any, kind: str | Node, alt: str = "") -> None:
        tree = tree_of(canvas)
        self._tree = None if tree is None or tree.top.kind == ARTIFACT else tree
        if self._tree is None:
            return
        node = kind if isinstance(kind, Node) else Node(kind, self._tree.top, alt)
        if node.parent is None:
            node.parent = self._tree.top
            self._tree.top.kids.append(node)
        self._tree.enter(node)

    def __enter__(self) -> None:
        """The part is open since it was made."""

    def __exit__(self, *_: object) -> None:
        if self._tree is not None:
            self._tree.leave()


@contextmanager
def claimed(canvas: Any, kind: str, alt: str = "") -> Iterator[None]:
    """Whatever is drawn meanwhile, paths and forms too, is one part of this kind."""
    tree = tree_of(canvas)
    if tree is None or tree.top.kind == ARTIFACT:
        yield
        return
    canvas._code.append(_Begin(tree.claim(Node(kind, tree.top, alt))))
    yield
    canvas._code.append(_End("EMC"))


def figure(canvas: Any, alt: str) -> AbstractContextManager[None]:
    """Whatever is drawn meanwhile is one figure, described by `alt`."""
    return claimed(canvas, "Figure", alt)


@contextmanager
def artifact(canvas: Any) -> Iterator[None]:
    """Text drawn meanwhile is furniture: page numbers, running heads."""
    tree = tree_of(canvas)
    if tree is None:
        yield
        return
    tree.enter(Node(ARTIFACT))
    try:
        yield
    finally:
        tree.leave()


def add_text(canvas: Any, code: str, kind: str = "") -> None:
    """Adds a whole text object to the page, claimed by the open part, or by a new one of this kind in it."""
    tree = tree_of(canvas)
    if tree is None or tree.top.kind == ARTIFACT:
        canvas._code.append(code)
    else:
        node = Node(kind, tree.top) if kind else None
        canvas._code.append(_Tagged(f"{tree.claim(node)} {code} EMC"))


def add_empty(canvas: Any, kind: str) -> None:
    """Adds a part without content: the empty cell of a table."""
    tree = tree_of(canvas)
    if tree is not None and tree.top.kind != ARTIFACT:
        Node(kind, tree.top)
