"""Finding the messages in the program's own code: every `Message("...")` that is written out."""

import ast
from collections.abc import Iterator
from pathlib import Path

from mlawriter.i18n.message import Message


def code_messages(package: Path) -> Iterator[tuple[Message, str, str]]:
    """Yield each message of a package with the place where it stands (`file:line`), and its menu if it has one."""
    for file in sorted(package.rglob("*.py")):
        place = file.relative_to(package.parent).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        menus = {id(node): menu for each in ast.walk(tree) for node, menu in _in_menu(each)}
        for node in ast.walk(tree):
            message = _message(node)
            if message is not None and any(sign.isalpha() for sign in message.text):
                yield message, f"{place}:{node.lineno}", menus.get(id(node), "")  # type: ignore[attr-defined]


def _in_menu(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Yield the words of a `Command(id, menu, words, ...)`, and those of the menus themselves, with their menu."""
    match node:
        case ast.Call(func=ast.Name("Command"), args=[_, ast.Constant(str(menu)), words, *_]):
            yield words, menu
        case ast.AnnAssign(target=ast.Name("MENUS"), value=ast.Dict(values=values)):
            yield from ((words, "menu bar") for words in values)


def _message(node: ast.AST) -> Message | None:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "Message":
        return None
    if not node.args or not isinstance(node.args[0], ast.Constant) or not isinstance(node.args[0].value, str):
        return None
    words = {
        keyword.arg: keyword.value.value
        for keyword in node.keywords
        if keyword.arg and isinstance(keyword.value, ast.Constant)
    }
    context, plural, domain = (str(words.get(name, "")) for name in ("context", "plural", "domain"))
    match domain:
        case "document" | "knowledge":
            return Message(node.args[0].value, context=context, domain=domain, plural=plural)
        case _:
            return Message(node.args[0].value, context=context, plural=plural)
