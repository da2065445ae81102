"""A small OpenID provider on a real port: code flow with PKCE, as its specification says, and what can go wrong."""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "desk", "a-secret-for-tests"


class Provider:
    """Vouches for ``person`` without asking. ``spoil`` changes a token's claims, ``key`` signs it."""

    def __init__(self) -> None:
        self.own_key = RSAKey.generate_key(2048, {"kid": "one"})
        self.reset()
        self._codes: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                provider._get(self, address.path, {k: v[0] for k, v in parse_qs(address.query).items()})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider._token(self, {k: v[0] for k, v in parse_qs(body).items()})

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def reset(self) -> None:
        """Vouch for one who is in no group."""
        self.person: dict[str, Any] = {"sub": "1", "preferred_username": "olga", "name": "Olga O.", "groups": []}
        self.spoil: dict[str, Any] = {}
        self.key = self.own_key
        self.named = ""

    def stop(self) -> None:
        """Refuse connections."""
        self._server.shutdown()
        self._server.server_close()

    def _get(self, to: BaseHTTPRequestHandler, path: str, query: dict[str, str]) -> None:
        if path == "/.well-known/openid-configuration":
            ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
            found = {name: f"{self.issuer}/{end}" for name, end in ends.items()}
            _send(to, 200, {"issuer": self.named or self.issuer, **found})
        elif path == "/jwks":
            _send(to, 200, {"keys": [self.own_key.as_dict(private=False)]})
        elif path == "/authorize":
            assert query["client_id"] == CLIENT
            assert query["response_type"] == "code"
            assert query["code_challenge_method"] == "S256"
            assert "openid" in query["scope"].split()
            code = secrets.token_urlsafe(16)
            self._codes[code] = query
            to.send_response(302)
            answer = urlencode({"code": code, "state": query["state"]})
            to.send_header("Location", f"{query['redirect_uri']}?{answer}")
            to.end_headers()

    def _token(self, to: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        asked = self._codes.pop(form.get("code", ""), None)
        login = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if (
            asked is None
            or to.headers["Authorization"] != f"Basic {login}"
            or form["redirect_uri"] != asked["redirect_uri"]
            or create_s256_code_challenge(form["code_verifier"]) != asked["code_challenge"]
        ):
            _send(to, 400, {"error": "invalid_grant"})
            return
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "nonce": asked["nonce"], "iat": now, "exp": now + 60}
        token = jwt.encode({"alg": "RS256", "kid": "one"}, {**claims, **self.person, **self.spoil}, self.key)
        _send(to, 200, {"access_token": "x", "token_type": "Bearer", "id_token": token})


def _send(to: BaseHTTPRequestHandler, status: int, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    to.send_response(status)
    to.send_header("Content-Type", "application/json")
    to.send_header("Content-Length", str(len(data)))
    to.end_headers()
    to.wfile.write(data)
