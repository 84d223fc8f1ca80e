"""Instruments and articles as the letter names them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.speech import clean
from mlawriter.checks.units import View
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.definitions import Instrument
from mlawriter.knowledge.index import ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Text, Texts

BASIS = Message(
    "{title} ({abbreviation}), article {articles}",
    plural="{title} ({abbreviation}), articles {articles}",
    domain="document",
)
ARTICLE_OF = Message("{instrument}, article {articles}", plural="{instrument}, articles {articles}", domain="document")
_OWN_ARTICLES = FieldName("request.basis_articles")


@dataclass(frozen=True)
class Citations:
    """Names instruments and articles for one request in one language."""

    view: View
    speak: Translator

    def bases(self) -> Iterator[tuple[str, Path]]:
        """Yield each legal basis with its articles, primary first, and the answer behind it."""
        for number, basis in enumerate(self.view.bases):
            instrument = self.view.index.knowledge.instruments.get(basis)
            if instrument is not None:
                name = "request.primary_basis" if number == 0 else "request.supplementary_bases"
                yield self._basis(instrument, is_primary=number == 0), self.view.path(FieldName(name))

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

    def _basis(self, instrument: Instrument, *, is_primary: bool) -> str:
        title = self._title(instrument)
        articles = self._articles(instrument, is_primary=is_primary)
        if not articles:
            return title
        abbreviation = texts.instrument_abbreviation(instrument)
        listed = self.speak.listing(articles)
        return self.speak(BASIS.fill(n=len(articles), title=title, abbreviation=abbreviation, articles=listed))

    def _title(self, instrument: Instrument) -> str:
        if instrument.title_field:
            given = self.view.case.answers.get(self.view.path(FieldName(instrument.title_field)))
            if isinstance(given, Text):
                return clean(given.text)
        return self.speak(texts.instrument_title(instrument))

    def _articles(self, instrument: Instrument, *, is_primary: bool) -> list[str]:
        own = self.view.case.answers.get(self.view.path(_OWN_ARTICLES))
        if is_primary and isinstance(own, Texts):
            return [clean(text) for text in own.texts]
        general = [
            instrument.provisions[topic].article
            for topic in ("general_duty", "content")
            if topic in instrument.provisions
        ]
        modules = [placed.module for placed in self.view.world.rows.by_list[ITEMS]]
        named = [
            instrument.module_articles[module].article for module in modules if module in instrument.module_articles
        ]
        return list(dict.fromkeys([*general, *named]))
