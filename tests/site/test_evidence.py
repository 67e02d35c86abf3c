"""The promise of the product: a quote that is not in its source stops the build, and nothing is written."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.site.dossiers import build, copy_showcase, dossier, files_of


def test_all_quotes_of_the_worked_example_build(site):
    assert (site / "claims/first-personal-threat.html").is_file()


def test_a_damaged_quote_names_record_seed_and_nearest_passage(tmp_path):
    root = copy_showcase(tmp_path)
    before = files_of(build(root))
    claim = root / "content/claims/first-personal-threat.yaml"
    text = claim.read_text(encoding="utf-8")
    claim.write_text(text.replace("today directly and", "today direct1y and"), encoding="utf-8")
    done = dossier(root, "build")
    assert done.returncode == 1
    assert "content/claims/first-personal-threat.yaml:" in done.stdout
    assert "seeds/001_5e3df5cfc0837a4b.txt" in done.stdout
    assert "directly and personally threatened" in done.stdout
    assert files_of(root / "site") == before


def test_a_changed_seed_is_refused_even_when_its_hash_was_updated(tmp_path):
    root = copy_showcase(tmp_path)
    seed = root / "seeds/004_4b5ec07f40eb41db.txt"
    damaged = seed.read_bytes().replace(b"first time that the IS", b"first t1me that the IS")
    article = root / "content/articles/newscast-personal-threat.yaml"
    seed.write_bytes(damaged)
    refused = dossier(root, "check", "--output-format", "concise")
    assert refused.returncode == 1
    assert "004_4b5ec07f40eb41db.txt" in refused.stdout
    assert hashlib.sha256(damaged).hexdigest() in refused.stdout
    text = article.read_text(encoding="utf-8")
    article.write_text(re.sub("[0-9a-f]{64}", hashlib.sha256(damaged).hexdigest(), text), encoding="utf-8")
    again = dossier(root, "check", "--output-format", "concise")
    assert again.returncode == 1
    assert "content/claims/first-personal-threat.yaml" in again.stdout


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("build", "--nonsense"), ("build", "--base-url", "javascript:x")]
)
def test_wrong_usage_is_told_apart(tmp_path, arguments):
    done = dossier(copy_showcase(tmp_path), *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
