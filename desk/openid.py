"""Login of staff at the organisation's own OpenID provider: code flow with PKCE, state and nonce (Authlib, joserfc).

Whoever they are is known by issuer and subject alone, never by name or e-mail address, which people may choose or get
from others. What the provider's claim says of groups decides the role, at every login.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from cryptography.fernet import InvalidToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk import accounts, permissions
from desk.context import Context
from desk.errors import DeskError
from desk.settings import Settings
from store.models import Staff, StaffIdentity

SCOPE = "openid profile email"
# Signatures with a key that the provider alone has.
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
SECONDS = 10
CLOCKS_DIFFER = 60  # seconds
LONGEST_LOGIN, LONGEST_NAME = 60, 80


@dataclass(frozen=True)
class Attempt:
    """A login that has begun; the browser keeps it, encrypted, until the provider sends it back."""

    state: str
    nonce: str
    verifier: str
    wanted: str


@dataclass(frozen=True)
class Person:
    """Whom the provider vouches for."""

    issuer: str
    subject: str
    login: str
    name: str
    role: str


def begin(context: Context, callback: str, wanted: str) -> tuple[str, str]:
    """The provider's address to go to, and the attempt for the browser to keep. Raises ``DeskError`` 502."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    attempt = Attempt(state, nonce, verifier, wanted)
    try:
        metadata = _metadata(context.settings)
        address, _ = _client(context.settings, callback).create_authorization_url(
            metadata["authorization_endpoint"], state=attempt.state, nonce=attempt.nonce,
            code_challenge=create_s256_code_challenge(attempt.verifier), code_challenge_method="S256",
        )  # fmt: skip
    except (requests.RequestException, ValueError, KeyError) as error:
        raise DeskError(502, "provider") from error
    return address, context.vault.lock(json.dumps(asdict(attempt)))


def attempt_of(context: Context, kept: str, state: str) -> Attempt:
    """The attempt that the browser kept, if it is the one that the provider answers. Raises ``DeskError`` 400."""
    try:
        attempt = Attempt(**json.loads(context.vault.unlock(kept)))
    except (InvalidToken, ValueError, TypeError) as error:
        raise DeskError(400, "provider") from error
    if not secrets.compare_digest(attempt.state.encode(), state.encode()):
        raise DeskError(400, "provider")
    return attempt


def finish(context: Context, callback: str, code: str, attempt: Attempt) -> Person:
    """Whom ``code`` is for. Raises ``DeskError`` 502 for what the provider refuses or what does not hold, 403."""
    settings = context.settings
    try:
        metadata = _metadata(settings)
        token = _client(settings, callback).fetch_token(
            metadata["token_endpoint"], code=code, code_verifier=attempt.verifier, grant_type="authorization_code",
            timeout=SECONDS,
        )  # fmt: skip
        claims = _claims(settings, metadata, token["id_token"], attempt.nonce)
    except (requests.RequestException, AuthlibBaseError, JoseError, ValueError, KeyError) as error:
        raise DeskError(502, "provider") from error
    role = _role(settings, claims)
    if role is None:
        raise DeskError(403, "provider-unknown")
    login = str(claims.get("preferred_username") or claims.get("email") or claims["sub"]).strip().lower()
    name = str(claims.get("name") or login).strip()
    return Person(
        settings.oidc_issuer, str(claims["sub"]), login[:LONGEST_LOGIN] or "staff", name[:LONGEST_NAME] or "staff", role
    )


def _metadata(settings: Settings) -> dict[str, Any]:
    """What the provider says of itself. Raises ``ValueError`` when it is another one than was set."""
    address = f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration"
    reply = requests.get(address, timeout=SECONDS)
    reply.raise_for_status()
    found: dict[str, Any] = reply.json()
    if found.get("issuer") != settings.oidc_issuer:
        raise ValueError(f"{address} names the issuer {found.get('issuer')!r}, not {settings.oidc_issuer!r}")
    return found


def _client(settings: Settings, callback: str) -> OAuth2Session:
    return OAuth2Session(
        settings.oidc_client_id, settings.oidc_client_secret, scope=SCOPE, redirect_uri=callback,
        code_challenge_method="S256",
    )  # fmt: skip


def _claims(settings: Settings, metadata: dict[str, Any], id_token: str, nonce: str) -> dict[str, Any]:
    """What the provider has signed for us, now and for this attempt. Raises ``JoseError`` for anything else."""
    reply = requests.get(metadata["jwks_uri"], timeout=SECONDS)
    reply.raise_for_status()
    token = jwt.decode(id_token, KeySet.import_key_set(reply.json()), algorithms=ALGORITHMS)
    jwt.JWTClaimsRegistry(
        leeway=CLOCKS_DIFFER,
        iss={"essential": True, "value": settings.oidc_issuer},
        aud={"essential": True, "value": settings.oidc_client_id},
        nonce={"essential": True, "value": nonce},
        exp={"essential": True},
        sub={"essential": True},
    ).validate(token.claims)
    return dict(token.claims)


def _role(settings: Settings, claims: dict[str, Any]) -> str | None:
    """The highest role that the claim gives, if any."""
    said = claims.get(settings.oidc_role_claim, [])
    groups = {said} if isinstance(said, str) else {str(each) for each in said}
    roles = {settings.oidc_roles[group] for group in groups if group in settings.oidc_roles}
    return max(roles, key=permissions.ROLES.index, default=None)


def member(session: Session, person: Person) -> Staff:
    """The member of staff that ``person`` is, made at the first login. Raises ``DeskError`` 403 for one shut out."""
    identity = session.get(StaffIdentity, (person.issuer, person.subject), with_for_update=True)
    if identity is None:
        staff, _ = accounts.add(session, _free_login(session, person), person.name, person.role, person.issuer)
        staff.must_change_password = False  # they do not know it, and never need it
        session.add(StaffIdentity(issuer=person.issuer, subject=person.subject, staff_id=staff.id))
        return staff
    staff = session.get_one(Staff, identity.staff_id)
    if not staff.active:
        raise DeskError(403, "provider-unknown")
    accounts.set_role(session, staff.login, person.role, person.issuer)
    return staff


def _free_login(session: Session, person: Person) -> str:
    """A name that nobody has: an account of that name may be somebody else's."""
    login, number = person.login, 1
    while session.scalar(select(Staff.id).where(Staff.login == login)) is not None:
        number += 1
        login = f"{person.login}-{number}"
    return login
