"""Names, ids and hosts that pose as others are told, once each; honest ones are not."""

from __future__ import annotations

import pytest

HEAD = "outlet: news\npublished: 2025\n"


def found(load, files):
    return [
        (one.code, one.span.path.rpartition("/")[2], one.span.line)
        for one in load(files).settled()
        if one.code in ("mixed-scripts", "looks-alike")
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"content/outlets/b.yaml": "name: Мorning Post\n"}, [("mixed-scripts", "b.yaml", 1)]),
        ({"content/entities/b.yaml": "name: Putin\nkind: person\naliases: [Рutin]\n"}, [("mixed-scripts", "b.yaml", 3)]),
        ({"content/outlets/b.yaml": "name: B\nurl: https://аpple.com/\n"}, [("mixed-scripts", "b.yaml", 2)]),
        (
            {"content/outlets/b.yaml": "name: B\nassessments:\n  - {scale: other, says: S, by: B, date: 2020, basis: b, source: {publisher: P, url: https://аpple.com/}}\n"},
            [("mixed-scripts", "b.yaml", 3)],
        ),
        ({"content/articles/b.yaml": HEAD + "title: Рutin speaks\nbyline: Аnna Lee\n"}, [("mixed-scripts", "b.yaml", 3), ("mixed-scripts", "b.yaml", 4)]),
        ({"content/outlets/b.yaml": "name: B\nurl: https://xn--pple-43d.com/\n"}, [("mixed-scripts", "b.yaml", 2)]),
        ({"content/outlets/z.yaml": "name: Nеws\n"}, [("mixed-scripts", "z.yaml", 1), ("looks-alike", "z.yaml", 1)]),
        (
            {"content/outlets/a.yaml": "name: МОСКВА\n", "content/outlets/b.yaml": "name: MOCKBA\n"},
            [("looks-alike", "b.yaml", 1)],
        ),
        (
            {"content/outlets/p1.yaml": "name: A\n", "content/outlets/pl.yaml": "name: B\n"},
            [("looks-alike", "pl.yaml", 1)],
        ),
        (
            {
                "content/outlets/a.yaml": "name: A\nurl: https://www.paypal.com/\n",
                "content/outlets/b.yaml": "name: B\nurl: https://paypa1.com/\n",
            },
            [("looks-alike", "b.yaml", 2)],
        ),
    ],
)  # fmt: skip
def test_what_poses_as_another_is_told_where_it_stands(load, files, told):
    assert sorted(found(load, files)) == sorted(told)


@pytest.mark.parametrize(
    "files",
    [
        {"content/outlets/b.yaml": "name: Пример\nurl: https://пример.рф/\n"},
        {"content/outlets/b.yaml": "name: NHKニュース\nurl: https://例え.jp/\n"},
        {"content/outlets/b.yaml": "name: The Post\n", "content/outlets/c.yaml": "name: the Post\n"},
        {"content/outlets/b.yaml": "name: The Post\n", "content/outlets/c.yaml": "name: The Post\n"},
        {
            "content/outlets/b.yaml": "name: B\nurl: https://a.example/x\n",
            "content/outlets/c.yaml": "name: C\nurl: https://www.a.example/y\n",
        },
    ],
)
def test_one_script_and_equal_names_are_not_told(load, files):
    assert found(load, files) == []


def test_a_host_that_mixes_scripts_is_named_in_its_encoded_form(load):
    (problem,) = load({"content/articles/one.yaml": f"title: One\nurl: https://аpple.com/\n{HEAD}"}).settled()
    assert "`xn--pple-43d.com`" in problem.message
