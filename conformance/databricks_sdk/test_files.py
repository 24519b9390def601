"""Files: the SDK's files mixin with its multipart uploads and presigned links, dbutils.fs, DBFS, and SQL over the same paths."""

from __future__ import annotations

import hashlib
import io
import os

import pytest
import requests
from databricks.sdk.errors import AlreadyExists, BadRequest, DatabricksError, NotFound, PermissionDenied
from databricks.sdk.service import catalog as uc


@pytest.fixture
def volume(admin, schema, name):
    """A managed volume, as a path."""
    catalog, schema_name = schema.split(".")
    made = admin.client.volumes.create(catalog, schema_name, name("volume"), uc.VolumeType.MANAGED)
    return "/Volumes/" + made.full_name.replace(".", "/")


def give(admin, person, volume, *privileges):
    catalog, schema, short = volume.removeprefix("/Volumes/").split("/")
    for kind, full_name, given in (
        ("catalog", catalog, ["USE_CATALOG"]),
        ("schema", f"{catalog}.{schema}", ["USE_SCHEMA"]),
        ("volume", f"{catalog}.{schema}.{short}", list(privileges)),
    ):
        admin.client.grants.update(
            kind,
            full_name,
            changes=[uc.PermissionsChange(principal=person.name, add=[uc.Privilege(each) for each in given])],
        )


def test_a_file_is_uploaded_read_listed_and_deleted(admin, volume):
    files = admin.client.files
    path = f"{volume}/a/Datei mit % # ü 文.txt"
    files.upload(path, io.BytesIO(b"text"))
    assert files.download(path).contents.read() == b"text"
    assert files.get_metadata(path).content_length == 4
    files.create_directory(f"{volume}/a/empty/deep")
    listed = [(entry.name, entry.is_directory, entry.file_size) for entry in files.list_directory_contents(f"{volume}/a")]
    assert listed == [("Datei mit % # ü 文.txt", False, 4), ("empty", True, None)]
    with pytest.raises(AlreadyExists):
        files.upload(path, io.BytesIO(b"other"), overwrite=False)
    files.upload(path, io.BytesIO(b""), overwrite=True)
    assert files.download(path).contents.read() == b""
    with pytest.raises(BadRequest):
        files.delete_directory(f"{volume}/a")
    files.delete(path)
    files.delete_directory(f"{volume}/a/empty/deep")
    for missing in (files.get_metadata, files.download, files.delete):
        with pytest.raises(NotFound):
            missing(path)


def test_a_large_file_goes_in_parts_and_comes_back_in_ranges(admin, volume, tmp_path):
    path = f"{volume}/large.bin"
    source = tmp_path / "source"
    block = os.urandom(1 << 20)
    with source.open("wb") as out:
        for _ in range(120):
            out.write(block)
    admin.client.files.upload_from(path, str(source), overwrite=True)
    target = tmp_path / "target"
    admin.client.files.download_to(path, str(target), use_parallel=True)
    assert hashlib.sha256(target.read_bytes()).digest() == hashlib.sha256(source.read_bytes()).digest()
    with pytest.raises(AlreadyExists):
        admin.client.files.upload_from(path, str(source), overwrite=False)


def test_a_folder_of_many_files_is_listed_in_pages(admin, volume):
    for number in range(25):
        admin.client.files.upload(f"{volume}/many/{number:03}", io.BytesIO(b"x"))
    listed = list(admin.client.files.list_directory_contents(f"{volume}/many", page_size=7))
    assert [entry.name for entry in listed] == [f"{number:03}" for number in range(25)]


def test_a_second_principal_needs_read_and_write_volume(admin, newcomer, volume):
    path = f"{volume}/f"
    admin.client.files.upload(path, io.BytesIO(b"text"))
    with pytest.raises((NotFound, PermissionDenied)):
        newcomer.client.files.download(path)
    with pytest.raises((NotFound, PermissionDenied)):
        newcomer.client.files.upload(f"{volume}/g", io.BytesIO(b"x"))
    give(admin, newcomer, volume, "READ_VOLUME")
    assert newcomer.client.files.download(path).contents.read() == b"text"
    for change in (
        lambda: newcomer.client.files.upload(path, io.BytesIO(b"x"), overwrite=True),
        lambda: newcomer.client.files.delete(path),
        lambda: newcomer.client.files.create_directory(f"{volume}/folder"),
    ):
        with pytest.raises(PermissionDenied):
            change()
    give(admin, newcomer, volume, "WRITE_VOLUME")
    newcomer.client.files.upload(path, io.BytesIO(b"theirs"), overwrite=True)
    assert admin.client.files.download(path).contents.read() == b"theirs"


def test_a_link_needs_no_token_and_ends_with_its_makers_right(admin, newcomer, volume):
    path = f"{volume}/f"
    admin.client.files.upload(path, io.BytesIO(b"text"))
    give(admin, newcomer, volume, "READ_VOLUME")
    link = newcomer.client.api_client.do("POST", "/api/2.0/fs/create-download-url", query={"path": path})["url"]
    assert requests.get(link, timeout=30).content == b"text"
    assert requests.put(link, data=b"x", timeout=30).status_code == 403
    assert requests.get(link[:-3] + "abc", timeout=30).status_code == 403
    full_name = ".".join(volume.split("/")[2:])
    admin.client.grants.update(
        "volume", full_name, changes=[uc.PermissionsChange(principal=newcomer.name, remove=[uc.Privilege.READ_VOLUME])]
    )
    assert requests.get(link, timeout=30).status_code in (403, 404)


@pytest.mark.parametrize("bad", ["../x", "a/../../x", "a\\b", "a\u0000b", "a\nb", "x" * 300])
def test_a_path_that_hides_where_it_leads_is_refused(server, admin, volume, bad):
    address = f"{server.url}/api/2.0/fs/files" + requests.utils.quote(f"{volume}/{bad}", safe="")
    answer = requests.put(address, data=b"x", headers={"Authorization": f"Bearer {admin.token}"}, timeout=30)
    assert 400 <= answer.status_code < 500


def test_dbutils_fs_on_a_volume_and_on_dbfs(admin, volume, name, tmp_path):
    fs = admin.client.dbutils.fs
    for root in (volume, "dbfs:/" + name("folder")):
        fs.mkdirs(f"{root}/d")
        assert fs.put(f"{root}/d/f.txt", "some text", overwrite=True)
        assert fs.head(f"{root}/d/f.txt") == "some text"
        assert [info.name for info in fs.ls(f"{root}/d")] == ["f.txt"]
        fs.cp(f"{root}/d/f.txt", f"{root}/d/g.txt")
        fs.cp(f"{root}/d/f.txt", f"file:{tmp_path}/f.txt")
        assert (tmp_path / "f.txt").read_text() == "some text"
        (tmp_path / "f.txt").unlink()
        fs.mv(f"{root}/d/g.txt", f"{root}/d/h.txt")
        assert sorted(info.name for info in fs.ls(f"{root}/d")) == ["f.txt", "h.txt"]
        fs.rm(f"{root}/d", recurse=True)


def test_dbfs_streams_blocks(admin, name):
    path = f"/{name('dbfs')}/big"
    content = os.urandom(3_500_000)
    admin.client.dbfs.upload(path, io.BytesIO(content))
    with admin.client.dbfs.download(path) as stream:
        assert stream.read() == content
    assert admin.client.dbfs.get_status(path).file_size == len(content)
    with pytest.raises(DatabricksError) as refused:
        admin.client.dbfs.create(path, overwrite=False)
    assert refused.value.error_code == "RESOURCE_ALREADY_EXISTS"


def test_sql_reads_and_lists_the_same_paths_under_the_same_rights(admin, newcomer, volume, name):
    folder = name("sql")
    admin.client.files.upload(f"{volume}/{folder}/f.csv", io.BytesIO(b"1,a\n2,b\n"))
    admin.client.dbfs.upload(f"/{folder}/f.csv", io.BytesIO(b"3,c\n"))
    assert admin.rows(f"SELECT _c0 FROM csv.`{volume}/{folder}` ORDER BY 1") == [["1"], ["2"]]
    assert admin.rows(f"SELECT _c0 FROM csv.`dbfs:/{folder}/f.csv`") == [["3"]]
    listed = admin.rows(f"LIST '{volume}/{folder}'")
    assert [row[:3] for row in listed] == [[f"{volume}/{folder}/f.csv", "f.csv", "8"]]
    assert [row[1] for row in admin.rows(f"LIST 'dbfs:/{folder}' LIMIT 5")] == ["f.csv"]
    assert newcomer.refusal(f"LIST '{volume}/{folder}'")
    assert newcomer.refusal(f"SELECT * FROM csv.`{volume}/{folder}`")
    assert admin.refusal("LIST '/etc'")
    assert admin.refusal("LIST 'dbfs:/a/../../x'")
