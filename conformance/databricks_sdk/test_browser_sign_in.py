"""A person signs in by the browser, as `auth login` does it: authorization code, PKCE, a redirect to http://localhost:8020, and
refresh tokens. The browser is a script that fills in the forms."""

import json
import pathlib
import re
import threading
import webbrowser

import pytest
import requests
from databricks.sdk import WorkspaceClient

PASSWORD = "correct horse battery"


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


@pytest.fixture
def person(server, admin, name):
    """A user with a password, which was set by a one-time link."""
    user = admin.client.users_v2.create(user_name=f"{name('person')}@example.com")
    made = admin.client.api_client.do("POST", "/api/tarn/v1/login-links", body={"user_name": user.user_name})
    browser = requests.Session()
    page = browser.get(made["url"], timeout=20)
    browser.post(f"{server.url}/login/once", data={**hidden(page.text), "password": PASSWORD}, timeout=20)
    yield user
    admin.client.users_v2.delete(user.id)


@pytest.fixture
def opened(server, person, tmp_path, monkeypatch):
    """The addresses that the SDK opened in the browser; its cache of tokens is this test's alone."""
    seen: list[str] = []

    def visit(address: str) -> None:
        browser = requests.Session()
        page = browser.get(address, timeout=20)
        assert "/login" in page.url
        form = {**hidden(page.text), "user": person.user_name, "password": PASSWORD}
        form = {key: value.replace("&amp;", "&") for key, value in form.items()}
        browser.post(f"{server.url}/login", data=form, timeout=20)

    def open_new(address: str) -> bool:
        seen.append(address)
        threading.Thread(target=visit, args=(address,), daemon=True).start()
        return True

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open_new", open_new)
    return seen


def sign_in(server) -> str:
    return WorkspaceClient(host=server.url, auth_type="external-browser").current_user.me().user_name


def test_a_person_signs_in_by_the_browser_and_is_remembered(server, person, opened, tmp_path):
    assert sign_in(server) == person.user_name
    assert "code_challenge_method=S256" in opened[0] and "localhost%3A8020" in opened[0]
    assert sign_in(server) == person.user_name
    assert len(opened) == 1


def test_an_expired_token_is_refreshed_without_the_browser(server, person, opened, tmp_path):
    assert sign_in(server) == person.user_name
    (cache,) = pathlib.Path(tmp_path, ".config", "databricks-sdk-py", "oauth").glob("*.json")
    kept = json.loads(cache.read_text())
    kept["token"]["expiry"] = "2020-01-01T00:00:00"
    kept["token"]["access_token"] = "expired"
    cache.write_text(json.dumps(kept))
    assert sign_in(server) == person.user_name
    assert len(opened) == 1


def test_a_code_without_its_verifier_is_worth_nothing(server, person, opened):
    assert sign_in(server) == person.user_name
    answer = requests.post(
        f"{server.url}/oidc/v1/token",
        data={
            "grant_type": "authorization_code",
            "client_id": "databricks-cli",
            "code": "guessed",
            "redirect_uri": "http://localhost:8020",
            "code_verifier": "x" * 43,
        },
        timeout=20,
    )
    assert answer.status_code in (400, 401) and "error" in answer.json()


def test_a_redirect_elsewhere_is_refused(server):
    answer = requests.get(
        f"{server.url}/oidc/v1/authorize",
        params={
            "client_id": "databricks-cli",
            "redirect_uri": "https://elsewhere.example/",
            "response_type": "code",
            "code_challenge": "x" * 43,
            "code_challenge_method": "S256",
        },
        allow_redirects=False,
        timeout=20,
    )
    assert answer.status_code == 400
