"""What every command needs: languages, the law, and one way to say that something is wrong."""

import sys
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import click

from mlawriter.app.resources import Resources
from mlawriter.checks.checker import Law
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.problems import KnowledgeError
from mlawriter.model.case import Case
from mlawriter.model.ids import RequestId
from mlawriter.resources import user_locales
from mlawriter.storage.casefile import StorageError, Stored, newer, open_case
from mlawriter.storage.renaming import renamed

FINDINGS, USAGE, UNREADABLE = 1, 2, 3
"""Exit statuses besides 0."""

NO_REQUEST = Message("{file} holds no request. Start one with “mlawriter new”.")
NO_SUCH_REQUEST = Message("There is no request {request} in this case. It holds: {known}.")
NO_LANGUAGE = Message("There is no language {language}. There are: {known}.")
EXISTS = Message("{file} exists already. Choose another name.")
BROKEN = Message("The templates cannot be used: {n} problem.", plural="The templates cannot be used: {n} problems.")


class Refusal(Exception):
    """Ends a command with sentences for the user and an exit status."""

    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__(sentences[0] if sentences else "")
        self.status = status
        self.sentences = sentences


class Context:
    """Loaded when first needed, so that small commands stay quick."""

    def __init__(
        self,
        wanted_language: str,
        packs: tuple[Path, ...] = (),
        locale_files: tuple[Path, ...] = (),
        *,
        window_language: str = "",
    ) -> None:
        self.window_language = window_language
        self.packs, self.locale_files = packs, locale_files
        self.resources = Resources(*packs, own_locales=user_locales(), locale_files=locale_files)
        self._wanted = wanted_language
        self._told = set[str]()

    @cached_property
    def say(self) -> Translator:
        """The language of messages."""
        languages = self.resources.languages
        say = languages.translator(languages.best(self._wanted))
        self._tell_problems(say)
        return say

    @cached_property
    def law(self) -> Law:
        """The knowledge; a refusal that lists everything wrong, if the templates are broken."""
        try:
            return self.resources.law
        except KnowledgeError as error:
            lines = [self.say(problem.sentence) for problem in error.problems]
            raise Refusal(UNREADABLE, self.say(BROKEN.fill(n=len(lines))), *lines) from None

    def refuse_broken_law(self) -> None:
        """Refuse with a list of everything wrong in the templates, if they are broken."""
        _ = self.law

    def open(self, file: Path) -> Stored:
        """Return the case in a file, or refuse with one sentence."""
        try:
            stored = open_case(file)
        except StorageError as error:
            raise Refusal(UNREADABLE, self.say(error.message)) from None
        return replace(stored, case=renamed(stored.case, self.law.index))

    def requests(self, case: Case, file: Path, wanted: str) -> tuple[RequestId, ...]:
        """Return the requests of a case, or the one that is wanted."""
        known = tuple(request.id for request in case.requests)
        if not known:
            raise Refusal(USAGE, self.say(NO_REQUEST.fill(file=file.name)))
        if wanted and wanted not in known:
            raise Refusal(USAGE, self.say(NO_SUCH_REQUEST.fill(request=wanted, known=", ".join(known))))
        picked = (RequestId(wanted),) if wanted else known
        if any(case.request(each).kind not in self.law.knowledge.requests for each in picked):
            raise Refusal(UNREADABLE, self.say(newer(file).message))
        return picked

    def keep_apart(self, source: Path, out: Path) -> None:
        """Refuse to write a result over the file it is made from."""
        if out.resolve() == source.resolve():
            raise Refusal(USAGE, self.say(EXISTS.fill(file=out.name)))

    def language(self, tag: str) -> Translator:
        """Return the translator of a language, or refuse."""
        languages = self.resources.languages
        if not languages.has(tag):
            known = ", ".join(languages.available())
            raise Refusal(USAGE, self.say(NO_LANGUAGE.fill(language=tag, known=known)))
        speak = languages.translator(tag)
        self._tell_problems(self.say)
        return speak

    def _tell_problems(self, say: Translator) -> None:
        """Say once of each of the user's catalogues that cannot be used why."""
        for problem in self.resources.languages.problems():
            sentence = say(problem)
            if sentence not in self._told:
                self._told.add(sentence)
                click.echo(sentence, file=sys.stderr)


def say_problem(refusal: Refusal) -> None:
    """Print the sentences of a refusal to standard error."""
    for sentence in refusal.sentences:
        click.echo(sentence, file=sys.stderr)
