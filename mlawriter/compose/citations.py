"""Instruments and articles as the letter names them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mlawriter.checks.bases import applies_now
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
ABBREVIATED = Message("{title} ({abbreviation})", domain="document")
OF_TREATY = Message("{title}, article {articles}", plural="{title}, articles {articles}", domain="document")
ARTICLE_OF = Message("{instrument}, article {articles}", plural="{instrument}, articles {articles}", domain="document")
USUAL = Message("Usual content", domain="document", context="table of compliance")
_OWN_ARTICLES = FieldName("request.basis_articles")
_SEVERAL = re.compile(r"\d+-\d+")
_PARTS = re.compile(r"\d+|[^\d()]+")


@dataclass(frozen=True)
class Citations:
    """Names instruments and articles for one request in one language.

    Articles are printed only if they were compared with the treaty text, or entered by the user.
    """

    view: View
    speak: Translator

    def bases(self, module: str = "") -> Iterator[tuple[str, Path]]:
        """Yield each legal basis with its articles, primary first, and the answer behind it.

        An instrument that applies through another one (UNTOC through its Protocols) follows it.
        Of one type of assistance: only the bases that cover it, with the articles on it.
        """
        for number, basis in enumerate(self.view.sources):
            instrument = self._instruments[basis]
            if not module or instrument.modules.get(module, "none") != "none":
                name = "request.primary_basis" if number == 0 else "request.supplementary_bases"
                yield self._basis(instrument, module, is_primary=number == 0), self.view.path(FieldName(name))

    def articles(
        self, cites: tuple[str, ...] = (), topic: str = "", *, without: Collection[str] = (), in_full: bool = False
    ) -> str:
        """Return the articles of the legal bases among some citations and on a topic (`UNTOC, article 18(19)`).

        The legal bases in `without` are left out; `in_full` they are called by their titles.
        """
        called = self._title if in_full else self._name
        written = tuple(cite for cite in map(parse_cite, cites) if cite.verified)
        sources = self.view.index.as_amended(self.view.sources)
        found = ((basis, self._on(basis, written, topic)) for basis in sources if basis not in without)
        return self.speak.punctuation.semicolon.join(
            self.speak(
                ARTICLE_OF.fill(
                    n=_count(articles),
                    instrument=called(self._instruments[basis]),
                    articles=self.speak.listing(articles),
                )
            )
            for basis, articles in found
            if articles
        )

    def article(self, cite: Cite) -> str:
        """Return one article of a legal basis (`UNTOC 18(15)(c)`), without its number while that is not verified."""
        if cite.instrument in NO_INSTRUMENT:
            return self.speak(USUAL)
        return f"{self._name(self._instruments[cite.instrument])} {cite.article if cite.verified else ''}".strip()

    @property
    def _instruments(self) -> Mapping[str, Instrument]:
        return self.view.index.knowledge.instruments

    def _name(self, instrument: Instrument) -> str:
        given = self._given(instrument.title_field)
        named = texts.instrument_short if instrument.title_field else texts.instrument_abbreviation
        return given or self.speak(named(instrument))

    def _title(self, instrument: Instrument) -> str:
        return self._given(instrument.title_field) or self.speak(texts.instrument_title(instrument))

    def _on(self, basis: str, written: tuple[Cite, ...], topic: str) -> list[str]:
        if topic and (entered := self.view.entered(basis, topic)):
            return [clean(article).strip() for article in entered]
        cited = (cite.article for cite in written if cite.instrument == basis)
        found = self._in_force(self._instruments[basis], cited)
        return found or self._provisions(self._instruments[basis], (topic,))

    def _provisions(self, instrument: Instrument, topics: Iterable[str]) -> list[str]:
        found = (instrument.provisions[topic] for topic in topics if topic in instrument.provisions)
        return self._in_force(instrument, (provision.article for provision in found if provision.verified))

    def _in_force(self, instrument: Instrument, articles: Iterable[str]) -> list[str]:
        request = self.view.world.roots["request"]
        facts = request if isinstance(request, Mapping) else {}
        return list(dict.fromkeys(article for article in articles if applies_now(instrument, article, facts)))

    def _basis(self, instrument: Instrument, module: str, *, is_primary: bool) -> str:
        title = self._title(instrument)
        articles = self._articles(instrument, module, is_primary=is_primary)
        own = self._given(instrument.citation_field)
        abbreviation = self._name(instrument)
        if not articles and not own and not self.view.kind.is_request and abbreviation != title:
            return self.speak(ABBREVIATED.fill(title=title, abbreviation=abbreviation))
        if not articles:
            return self.speak(OWN_BASIS.fill(title=title, articles=own)) if own else title
        listed = self.speak.listing(articles)
        if abbreviation == title:
            return self.speak(OF_TREATY.fill(n=len(articles), title=title, articles=listed))
        return self.speak(BASIS.fill(n=len(articles), title=title, abbreviation=abbreviation, articles=listed))

    def _given(self, name: str) -> str:
        return self.view.speech.said(self.view.path(FieldName(name)), self.speak) if name else ""

    def _articles(self, instrument: Instrument, module: str, *, is_primary: bool) -> list[str]:
        own = self.view.case.answers.get(self.view.path(_OWN_ARTICLES))
        if is_primary and not module and isinstance(own, Texts):
            return [clean(text).strip() for text in own.texts]
        topics = self.view.kind.cites_on if self.view.kind.is_request and not module else ()
        modules = [module] if module else [placed.module for placed in self.view.world.rows.by_list[ITEMS]]
        general = (article for topic in topics for article in self._on(instrument.id, (), topic))
        named = (article for module in modules for article in self._of_module(instrument, module))
        return sorted({*general, *named}, key=_place)

    def _of_module(self, instrument: Instrument, module: str) -> Iterator[str]:
        entered = self.view.entered(instrument.id, module)
        provision = instrument.module_articles.get(module)
        if entered:
            yield from (clean(article).strip() for article in entered)
        elif provision is not None and provision.verified:
            yield from self._in_force(instrument, (provision.article,))


def _count(articles: list[str]) -> int:
    """Return how many articles are meant: `12-14` are several."""
    return len(articles) + any(_SEVERAL.match(article) is not None for article in articles)


def _place(article: str) -> tuple[tuple[int, str], ...]:
    """Return where an article stands among others: 3 before 18, 18(3)(a) before 18(15)."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in _PARTS.findall(article))
