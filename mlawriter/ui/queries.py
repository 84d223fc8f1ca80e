"""The questions the window puts to its user, each with what happened, what is safe, and the ways out."""

from mlawriter.i18n.message import Message
from mlawriter.ui.dialogs import Query, Tone, Way

CANCEL = Way("cancel", Message("Cancel", context="button"), escape=True)

LEAVE = Query(
    title=Message("Changes not saved"),
    text=Message("This case has changes that are not saved. Save them before you go?"),
    ways=(
        Way("save", Message("Save", context="button")),
        Way("discard", Message("Do not save", context="button")),
        CANCEL,
    ),
    tone=Tone.WARNING,
)

RECOVER = Query(
    title=Message("Unsaved draft"),
    text=Message("A draft was not saved when the program last ended. It was kept on this computer. Open it?"),
    ways=(
        Way("open", Message("Open the draft", context="button")),
        Way("later", Message("Ask again next time", context="button"), escape=True),
        Way("discard", Message("Delete the draft", context="button")),
    ),
)

REMOVE_REQUEST = Query(
    title=Message("Remove the request"),
    text=Message(
        "Remove this request with its items, undertakings and annexes? The facts of the case stay. "
        "You can undo this until you close the case."
    ),
    ways=(Way("remove", Message("Remove", context="button")), CANCEL),
    tone=Tone.WARNING,
)

ONLY_REQUEST = Query(
    title=Message("Remove the request"),
    text=Message("This is the only request of the case, so it stays. Add another one first."),
)


def failed(message: Message) -> Query:
    """Return what tells that something did not work, and the remedy."""
    return Query(title=Message("That did not work"), text=message, tone=Tone.WARNING)


def locked(name: str, holder: str) -> Query:
    """Return the question about a case that is open elsewhere."""
    return Query(
        title=Message("The case is open elsewhere"),
        text=Message(
            "{file} is open in another window or on another computer ({holder}). "
            "You may open it too; you will be warned before anything of the other is overwritten."
        ).fill(file=name, holder=holder),
        ways=(Way("cancel", CANCEL.words, escape=True), Way("open", Message("Open anyway", context="button"))),
        tone=Tone.WARNING,
    )


CARRY_OVER = Query(
    title=Message("Add a request"),
    text=Message(
        "The facts of the case stand in every request. Should the new one also begin with the States, authorities, "
        "legal bases and undertakings of the request at hand, as far as it asks for them?"
    ),
    ways=(
        Way("carry", Message("Begin with these answers", context="button")),
        Way("plain", Message("Only the facts", context="button")),
        CANCEL,
    ),
)


def held(name: str, holder: str) -> Query:
    """Return what tells that a file cannot be overwritten while it is open elsewhere."""
    return failed(Message("{file} is open elsewhere ({holder}). Choose another name.").fill(file=name, holder=holder))


def changed_outside(name: str) -> Query:
    """Return the question about a file that somebody else has changed."""
    return Query(
        title=Message("The file has changed"),
        text=Message(
            "{file} was changed by someone else since you opened it. Your own changes are safe in this window. "
            "Save them under another name, or overwrite what the other has written?"
        ).fill(file=name),
        ways=(
            Way("save_as", Message("Save under another name…", context="button")),
            Way("overwrite", Message("Overwrite", context="button")),
            CANCEL,
        ),
        tone=Tone.WARNING,
    )


def reread(name: str) -> Query:
    """Return the question whether to read a file again that has changed on disk."""
    return Query(
        title=Message("The file has changed"),
        text=Message(
            "{file} was changed by someone else. Read it again? Changes you have not saved would be lost."
        ).fill(file=name),
        ways=(
            Way("keep", Message("Keep what I have", context="button"), escape=True),
            Way("reread", Message("Read again", context="button")),
        ),
    )


def refused(standing: str) -> Query:
    """Return what tells why a final letter is not written yet."""
    return Query(
        title=Message("Not final yet"),
        text=Message(
            "The final letter waits until these things are answered, or set aside with a reason. "
            "Nothing was written. A draft can be exported at any time."
        ),
        details=standing,
        tone=Tone.WARNING,
    )


def untranslated(number: int, sentences: str) -> Query:
    """Return what tells that a language is not complete enough for a final letter."""
    return Query(
        title=Message("Not final yet"),
        text=Message(
            "{n} sentence that letters may hold is not translated into this language. Nothing was written. A draft can "
            "be exported at any time; it is marked as mixed languages.",
            plural="{n} sentences that letters may hold are not translated into this language. Nothing was written. A "
            "draft can be exported at any time; it is marked as mixed languages.",
        ).fill(n=number),
        details=sentences,
        tone=Tone.WARNING,
    )


def bundled(folder: str, number: int, left: str = "") -> Query:
    """Return what tells where the documents are, and what in them is not translated."""
    text = Message(
        "{n} file is written. You find it here:\n{folder}",
        plural="{n} files are written. You find them here:\n{folder}",
    )
    return Query(title=Message("The documents are written"), text=text.fill(n=number, folder=folder), details=left)


def calendar_written(file: str) -> Query:
    """Return what tells where the calendar is, and what to do with it."""
    text = Message("You find it here:\n{file}\nOpen it with the calendar program of your office.")
    return Query(title=Message("The deadlines are written"), text=text.fill(file=file))


def exported(file: str, left: str = "") -> Query:
    """Return what tells where the letter is, and what in it is not translated."""
    text = Message("You find it here:\n{file}").fill(file=file)
    return Query(title=Message("The letter is written"), text=text, details=left)


TABLE = Query(
    title=Message("Table of texts to translate"),
    text=Message("Which kind of file does your translator work with?"),
    ways=(Way("xlsx", Message("Excel", context="button")), Way("docx", Message("Word", context="button")), CANCEL),
)


def table_written(file: str) -> Query:
    """Return what tells where the table is, and what to do with it."""
    text = Message(
        "You find it here:\n{file}\nOnly the column “Translation” is to be filled in. Rows may be sorted; marks and "
        "originals must stay as they are."
    )
    return Query(title=Message("The table is written"), text=text.fill(file=file))


def table_read(number: int, remarks: str) -> Query:
    """Return what tells how many translations were taken in, and what is to be said of the others."""
    text = Message("{n} translation is taken in.", plural="{n} translations are taken in.")
    return Query(title=Message("The table is read"), text=text.fill(n=number), details=remarks)
