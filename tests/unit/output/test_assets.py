"""Names that change with their content."""

from builder.output.assets import asset_path


def test_the_name_carries_the_first_eight_digits_of_the_sha256_before_its_suffix():
    assert asset_path("css/base.css", b"") == "assets/base.e3b0c442.css"


def test_another_content_has_another_name():
    assert asset_path("marks.js", b"1") != asset_path("marks.js", b"2")
