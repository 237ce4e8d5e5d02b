"""The case-law library: from a folder of Markdown cases to a searchable site.

The map, in the order of a build (``pipeline`` reads like this list); nothing imports from further down:

messages             what is said to editors, and how it is said in another language
message_words        the words for that in each language
safety               personal data in any text
problems, codes      what an editor must cure, and its codes
explanations         what each code means, in the languages of editors
problem_formats      problems for GitHub and for programs
changes              which files a change touches, as Git knows it
recall               steps of reading, taken anew by builds and remembered by the preview
urls, case_numbers   addresses; one key for the many spellings of a case number
values, fields       dates, terms of imprisonment, money, provisions; the field types built on them
locale               interface texts, dates, numbers and plurals of one language
locale_checks        whether every language says what the default one says
strict_yaml          YAML as plain text, lists and mappings, each with its place
document, source     one file; all files of the content folders
records              nodes to typed records, faults in a lawyer's words
coding, schema       what is coded of a decision; the record of a case
config               the site's own facts
terms, vocabulary    the closed lists: courts, offences, laws …
term_keys, vocabulary_files   the keys that content uses against them; their files
markdown             texts to sanitised blocks with numbered paragraphs
versions, withdrawal a case in each language; what is left of a withdrawn one
withdrawn_traces     where other files still name it
editor_schema        the fields as a JSON Schema for editors; editor_snippets and field_reference are made of it
checks               one case as a whole
translations         <id>.sq.md beside <id>.md: checked against its case and joined to it
attachments          documents beside the cases: of which kind, whole, still, without hidden data
text_pages           the site's own pages, and the introductions to topics
catalogue, citations all cases together: by court, year, offence, article, topic; who cites whom, chains of proceedings
status               what became of each case in later decisions
statistics           what courts decide: what counts, sentences, verdicts, compensation …
bridge               domestic cases and those of human-rights courts on the same point
reference_names, reference_courts, reference_context   what cases and courts are called; what stands around a name
reference_finder, references   what texts name other cases; the links that become of it, and mentions from both ends
text_links           links to cases in the site's own texts; plain words where a case is not public
citing               a case as it is cited: in words, BibTeX, RIS, CSL-JSON
pages                one dataclass per page, ready to print
exports              files for programs: citations, data and feeds of all cases, sitemap
translation_report   what is missing, unverified or not reviewed in each language
reading              the folder of a library to the library in memory             (gate 1)
render, assets       pages to HTML; style sheets, scripts, fonts
links                every link and anchor of the stage                     (gate 2)
search_tables        facets and references, which Pagefind has no equal for
search               Pagefind's index, wrapped into scripts
offline              the service worker, by which readers save an edition on their device
safeguards           personal data and texts of hidden cases: in the content (gate 1), in the stage (gate 2)
publish              the stage, and the one exchange that makes it the site
pipeline             all of it in order

For USB sticks, on top of that:

edition_texts        README.txt and VERSION.txt
stick                names, lengths and sizes that sticks and Windows can hold
sums, verify         the list of checksums; whether a copy is whole
withdrawn_since      which of its cases have been withdrawn since it was made
usb                  the edition: a folder and the same as a zip

preview              the site as it would become, drafts included, anew with each change
intake               a judgment, or a few answers, to the file of a new case
commands             what ``build.py`` does, one module a command
"""
