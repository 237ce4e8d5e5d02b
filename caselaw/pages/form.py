"""The page that adds a case: a form made from the model of a case, and the file for those who write it by hand."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from caselaw import urls
from caselaw.pages.context import Context
from caselaw.pages.form_file import file_to_copy
from caselaw.pages.form_parts import FormField, FormGroup, FormOption, FormPart, FormSection, OptionList
from caselaw.pages.form_shapes import Shape, is_repeated, list_of, model_in, shape_of
from caselaw.pages.model import AddCasePage
from caselaw.pages.parts import Label
from caselaw.safety import no_names
from caselaw.schema import CaseRecord
from caselaw.terms import UNKNOWN
from caselaw.values import parse_provision
from caselaw.vocabulary import COUNTRIES

# What a lawyer thinks of as one thing, and its fields in the order in which they are asked for.
SECTIONS = {
    "decision": "title court formation case_numbers ecli decided dates kind language importance",
    "holding": "summary outcome offences applies findings topics",
    "charges": "charges compensation non_punishment",
    "elements": "acts means purposes aggravating sectors",
    "victims": "victims protection",
    "related": "history later cites authorities",
    "sources": "sources",
    "text": "text unverified",
}
# Fields that the form does not ask for, and why.
LEFT_OUT = {
    "documents": "a form without a server cannot put a file beside the case",
    "review": "a case is reviewed after it was sent",
    "publication": "what comes from the form is always a draft",
    "corrections": "nothing is published yet that could be corrected",
    "aliases": "a new case has no former address",
}
# Closed lists that are too long for a menu: lines propose their values while they are filled in.
_PROPOSED = ("provisions", "charges", "countries")
_AREAS = ("summary",)


def add_case_page(context: Context) -> AddCasePage:
    """Return the page with the form, which works from a folder too: all lists are in it."""
    locale = context.locale
    frame = context.frame(
        urls.text_page(context.language, "add-case"), locale.text("form.title"), locale.text("form.description")
    )
    sections = tuple(_section(context, name, names.split()) for name, names in SECTIONS.items())
    lists = tuple(_option_lists(context))
    return AddCasePage(
        frame,
        sections,
        lists,
        file_to_copy(sections),
        no_names=" ".join(no_names()),
        is_marked=any(not option.label.verified for option in _offered(sections, lists)),
    )


def _offered(sections: tuple[FormSection, ...], lists: tuple[OptionList, ...]) -> Iterator[FormOption]:
    """Yield every choice of the form."""
    parts = [part for section in sections for part in section.parts]
    while parts:
        part = parts.pop()
        if isinstance(part, FormGroup):
            parts.extend(part.parts)
        else:
            yield from part.options
    for offered in lists:
        yield from offered.options


def _section(context: Context, name: str, names: list[str]) -> FormSection:
    text = context.locale.text
    parts = tuple(_part(context, field, CaseRecord.model_fields[field], hint=_hint(context, field)) for field in names)
    own = {"decision": (_id(context),), "text": (_body(context),)}
    noted = ("victims", "charges", "sources", "text")
    note = text(f"form.notes.{name}") if name in noted else ""
    return FormSection(name, text(f"form.sections.{name}"), note, (*parts, *own.get(name, ())))


def _hint(context: Context, field: str) -> str:
    key = f"form.hints.{field}"
    return context.locale.text(key) if key in context.locale.texts else ""


def _id(context: Context) -> FormField:
    """Return the name of the file, which is the address of the case and stands nowhere in it."""
    return FormField(
        name="id",
        label=context.locale.text("form.id"),
        hint=context.locale.text("form.id_hint", example="medicus-supreme-court-2016"),
        control="line",
        kind="id",
        required=True,
        pattern=rf"(?!(?:{urls.RESERVED_ID.pattern})$){urls.ID.pattern}",
        max_length=urls.ID_LENGTH,
        example="medicus-supreme-court-2016",
    )


def _body(context: Context) -> FormField:
    text = context.locale.text
    return FormField("body", text("form.body"), text("form.body_hint"), "area", "body", required=True)


def _part(context: Context, name: str, field: FieldInfo, hint: str = "", group: str = "") -> FormPart:
    """Return one field, or the group of fields that it holds."""
    model = model_in(field.annotation)
    if model:
        parts = tuple(_parts(context, model, name))
        return FormGroup(name, _label(context, name), hint, is_repeated(field), field.is_required(), parts)
    if is_repeated(field) and list_of(field) in _PROPOSED:
        row = _field(context, "", field, _label(context, name), "")
        return FormGroup(name, _label(context, name), hint, True, field.is_required(), (row,))
    return _field(context, name, field, _label(context, name, group), hint)


def _parts(context: Context, model: type[BaseModel], group: str) -> Iterator[FormPart]:
    """Yield the parts of a group, what must be filled in before the rest."""
    fields = sorted(model.model_fields.items(), key=lambda item: not item[1].is_required())
    yield from (_part(context, name, field, group=group) for name, field in fields)


def _label(context: Context, name: str, group: str = "") -> str:
    """Return what a field is called; the value of an element is called as the element."""
    of_a_source = (group, name) == ("sources", "kind")  # elsewhere it is the kind of a decision
    key = "form.source_kind" if of_a_source else f"fields.{group if name == 'value' else name}"
    label = context.locale.text(key)
    return label[:1].upper() + label[1:]


def _field(context: Context, name: str, field: FieldInfo, label: str, hint: str) -> FormField:
    shape, closed, repeated = shape_of(field), list_of(field), is_repeated(field)
    proposed = closed if closed in _PROPOSED else None
    options = _options(context, closed, shape) if not proposed else ()
    return FormField(
        name=name,
        label=label,
        hint=hint,
        written=_written(context, shape, repeated and not closed),
        control=_control(shape, bool(options), repeated and bool(name)),
        kind="country" if closed == "countries" else shape.kind,
        required=field.is_required() or not name,
        pattern="[A-Z]{2}" if closed == "countries" else shape.pattern,
        example=shape.example,
        options=options,
        option_list=f"form-{proposed}" if proposed else "",
    )


def _control(shape: Shape, is_choice: bool, repeated: bool) -> str:
    if is_choice:
        return "choices" if repeated else "choice"
    if shape.kind in _AREAS:
        return "area"
    return "lines" if repeated else "line"


def _written(context: Context, shape: Shape, one_a_line: bool) -> Label | None:
    """Return how a value of this shape is written, or that several go one a line."""
    key = "form.kinds.lines" if one_a_line else f"form.kinds.{shape.kind}"
    if key not in context.locale.texts:
        return None
    # Terms of imprisonment stand in files in English words.
    return context.compose(key, example=Label(shape.example, context.lang("en") if shape.kind == "term" else None))


def _options(context: Context, closed: str | None, shape: Shape) -> tuple[FormOption, ...]:
    if closed:
        return tuple(FormOption(key, context.label(closed, key)) for key in context.vocabulary.lists[closed])
    return tuple(FormOption(word, Label(context.locale.text(word))) for word in shape.words)


def _option_lists(context: Context) -> Iterator[OptionList]:
    laws = context.vocabulary.all_laws()
    keys = [f"{law.id}/{article.article}" for law in laws for article in law.articles]
    provisions = tuple(FormOption(key, context.provision(parse_provision(key))) for key in keys)
    offences = tuple(FormOption(key, context.label("offences", key)) for key in context.vocabulary.lists["offences"])
    unknown = FormOption(UNKNOWN, Label(context.locale.text(UNKNOWN)))
    yield OptionList("form-provisions", provisions)
    yield OptionList("form-charges", (*provisions, *offences, unknown))
    yield OptionList("form-countries", tuple(FormOption(code, _country(context, code)) for code in sorted(COUNTRIES)))


def _country(context: Context, code: str) -> Label:
    """Return the name of a country, in English where the language has none for it."""
    try:
        return Label(context.locale.country(code))
    except KeyError:
        return Label(COUNTRIES[code], context.lang("en"))
