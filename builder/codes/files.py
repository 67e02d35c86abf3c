"""Codes about files and folders."""

TABLE = r"""
no-dossier: The dossier has no `content/dossier.yaml`
  is Without this file there is no title and no clock, and the builder may be looking in the wrong folder.
  fix Write the file with at least a title, or name the right folder with `--root`.
  eg title: Threats against Russia

unreadable-folder: A folder cannot be listed
  is The system refuses to say what is in it. The build stops, because records would be missing unseen.
  fix Make the folder readable for you.

unreadable-file: A file cannot be read
  is It is there and the system refuses to open it, or it is no plain file.
  fix Make it a plain file that you may read.

file-not-found: A stored text does not exist
  is The path under `text` leads to no file. Capitals count, on every system.
  fix Write the path as the file is called.
  eg text: seeds/Flood.txt

file-too-large: A file is larger than it may be
  is A file of content may have 1 MiB, a stored text 2 MiB.
  fix Split the record; keep only the text of the article.

too-many-files: The dossier holds too many files
  is More than 50,000 files and folders were found.
  fix Split the dossier, or move other files out of its folders.

not-a-plain-file: A link or device stands where a file or folder is expected
  is Links are not followed, so that nothing outside the dossier can be published.
  fix Put the file itself there.

stray-file: A file in `content/` belongs to no kind of record
  is Records live in the folder of their kind. A file beside the folders would be passed over in silence.
  fix Move it into the folder of its kind, or out of `content/`.

unknown-folder: A folder in `content/` is no kind of record
  is Its files would be passed over in silence.
  fix Rename it: articles, claims, codings, comparisons, corrections, entities, events, outlets, pages or topics.

wrong-folder: A record stands in the folder of another kind
  is Its keys are those of one other kind, whose folder is named. It is read as that.
  fix Move it there.

copied-record: A record is a copy of another one
  is Both files say the same, word for word, so one says nothing of its own.
  fix Write in it what it is to say, or delete it.

renamed-record: A record seems to have had another name
  is Several places name a record that has no file, and nothing names this one.
  fix Give the file its former name, or list that under `former_ids` and have `dossier check --fix` write the new one.
  eg former_ids: [old-name]

name-twice: Two files' names make one id
  is Ids know no capitals, spaces and accents, so both files would be one record.
  fix Keep one of the two, or give this one another name.

not-downloaded: A file is only a placeholder of iCloud
  is iCloud has moved it to its servers to save space, and what is on this disk says only that.
  fix Download it in the Finder, or keep the dossier in a folder that is not synchronised.

nested-folder: A folder stands inside the folder of a kind
  is One folder per kind holds all its records, because the file's name is the record's address.
  fix Move its files up.

wrong-extension: A file ends in something else than `.yaml`
  is Records end in `.yaml`, long pages in `.md`.
  fix Rename the file.

bad-file-name: The file's name cannot be an id
  is The name is the record's id and its address: lower-case letters a-z, digits, single hyphens, at most 80 characters.
  fix Rename the file, such as `flood-of-2015.yaml`.

second-version: A program made a second version of a file
  is A synchroniser or a file manager keeps it under a name of its own. It is not read: the record would be born twice.
  fix Keep what is right in the file without the addition, and delete the other.

names-alike: Two files are one on other systems
  is Their names differ in capitals or in how accents are written. Windows and macOS keep only one of the two.
  fix Rename one of the two, and where a record names it.

not-plain: A record is no plain text
  is The file is a document of Word or LibreOffice, rich text, a web page or a PDF under the name of a record.
  fix Save it as plain text from its program, as the message says, or write the record anew.

not-utf-8: A file is not UTF-8
  is The place of the first byte that is not is given. Encodings are not guessed.
  fix Save the file as UTF-8. For a stored text record its new SHA-256 too.

bad-path: A path may not be a stored text
  is Stored texts are plain files inside `seeds/`. `..`, absolute paths, backslashes and hidden files are refused.
  fix Move the file into `seeds/` and write its path from the dossier's folder.
  eg text: ../notes.txt

static-name: A file of `static/` cannot be published under its name
  is The name cannot stand on every system, or it is hidden. Of hidden names only `.well-known` and settings of servers
  is are copied: others hold what nobody means to publish.
  fix Rename the file, or move it out of `static/`.

static-too-much: `static/` holds too much
  is A file may have 8 MiB; all of them together 32 MiB, and 1,000 files.
  fix Keep only what belongs to the site itself, and link to large downloads.

static-collision: Two files would stand at one place in the site
  is A file of `static/` has the name of a file or folder that the build makes, or of another one but for its capitals.
  fix Rename it.

static-unlisted: A file that could act is not published
  is Files of `static/` are copied as they are. HTML with markup, SVG that is more than a drawing, programs, XML and
  is settings of servers are not covered by what protects the pages; they are copied only where an editor lists them.
  fix Look at the file. Then add the line that is shown, or take the file away.
  eg static: [{path: widget.html, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}]

static-changed: A listed file has changed
  is Its SHA-256 differs from the one in the list, so nobody has looked at it as it is now.
  fix Look at what has changed. If it is right, write the new SHA-256.

static-domain: The site would move to another domain
  is `static/CNAME` differs from the one that the published site has.
  fix If that is meant, list the file as is shown. Else bring the former line back.
"""
