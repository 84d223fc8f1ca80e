"""Instruments and articles as the letter names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.speech import clean
from mlawriter.checks.units import View
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import NO_INSTRUMENT, Cite, parse_cite
from mlawriter.knowledge.definitions import Instrument
from mlawriter.knowledge.index import ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Texts

BASIS = Message(
    "{title} ({abbreviation}), article {articles}",
    plural="{title} ({abbreviation}), articles {articles}",
    domain="document",
)
OWN_BASIS = Message("{title}: {articles}", domain="document")
ARTICLE_OF = Message("{instrument}, article {articles}", plural="{instrument}, articles {articles}", domain="document")
USUAL = Message("Usual content", domain="document", context="table of compliance")
_OWN_ARTICLES = FieldName("request.basis_articles")
_PARTS = re.compile(r"\d+|[^\d()]+")
_TOPICS = ("general_duty", "content")


@dataclass(frozen=True)
class Citations:
    """Names instruments and articles for one request in one language."""

    view: View
    speak: Translator

    def bases(self, module: str = "") -> Iterator[tuple[str, Path]]:
        """Yield each legal basis with its articles, primary first, and the answer behind it.

        Of one type of assistance: only the bases that cover it, with the articles on it.
        """
        for number, basis in enumerate(self.view.bases):
            instrument = self.view.index.knowledge.instruments.get(basis)
            if instrument is not None and not (module and instrument.modules.get(module, "none") == "none"):
                name = "request.primary_basis" if number == 0 else "request.supplementary_bases"
                yield self._basis(instrument, module, is_primary=number == 0), self.view.path(FieldName(name))

    def articles(self, cites: tuple[str, ...]) -> str:
        """Return the verified articles of the chosen bases among some citations (`UNTOC, article 18(19)`)."""
        found: dict[str, list[str]] = {}
        for cite in map(parse_cite, cites):
            if cite.instrument in self.view.bases and cite.verified:
                found.setdefault(cite.instrument, []).append(cite.article)
        known = self.view.index.knowledge.instruments
        return "; ".join(
            self.speak(
                ARTICLE_OF.fill(
                    n=len(articles),
                    instrument=texts.instrument_abbreviation(known[instrument]),
                    articles=self.speak.listing(articles),
                )
            )
            for instrument, articles in found.items()
        )

    def article(self, cite: Cite) -> str:
        """Return one article of a treaty (`UNTOC 18(15)(c)`); for another legal basis, what it is called."""
        if cite.instrument in NO_INSTRUMENT:
            return self.speak(USUAL)
        instrument = self.view.index.knowledge.instruments[cite.instrument]
        if instrument.kind == "treaty":
            return f"{self.speak(texts.instrument_abbreviation(instrument))} {cite.article}"
        return self._given(instrument.title_field) or self.speak(texts.instrument_short(instrument))

    def _basis(self, instrument: Instrument, module: str, *, is_primary: bool) -> str:
        title = self._given(instrument.title_field) or self.speak(texts.instrument_title(instrument))
        own = self._given(instrument.citation_field)
        if own:
            return self.speak(OWN_BASIS.fill(title=title, articles=own))
        articles = self._articles(instrument, module, is_primary=is_primary)
        if not articles:
            return title
        abbreviation = texts.instrument_abbreviation(instrument)
        listed = self.speak.listing(articles)
        return self.speak(BASIS.fill(n=len(articles), title=title, abbreviation=abbreviation, articles=listed))

    def _given(self, name: str) -> str:
        return self.view.speech.said(self.view.path(FieldName(name)), self.speak) if name else ""

    def _articles(self, instrument: Instrument, module: str, *, is_primary: bool) -> list[str]:
        own = self.view.case.answers.get(self.view.path(_OWN_ARTICLES))
        if is_primary and not module and isinstance(own, Texts):
            return [clean(text).strip() for text in own.texts]
        topics = _TOPICS if self.view.kind.is_request and not module else ()
        general = [instrument.provisions[topic] for topic in topics if topic in instrument.provisions]
        modules = [module] if module else [placed.module for placed in self.view.world.rows.by_list[ITEMS]]
        named = [instrument.module_articles[module] for module in modules if module in instrument.module_articles]
        articles = {provision.article for provision in (*general, *named) if provision.verified}
        return sorted(articles, key=_place)


def _place(article: str) -> tuple[tuple[int, str], ...]:
    """Return where an article stands among others: 3 before 18, 18(3)(a) before 18(15)."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in _PARTS.findall(article))
