"""What the logins of a team may do with the tables in PostgreSQL itself: whoever made them lets the others in.

Which login may do what with which account is ``roles``; here it is made sure that nobody but the tables' owner can
change or delete an entry of the ledger.
"""

from __future__ import annotations

import sqlalchemy as sa

from renderers.budget.roles import login_here
from renderers.budget.store import CHAIN, Store
from templates.store.database import Database
from templates.store.migrate import WORKSPACE

_LEDGER = {
    CHAIN.count: "SELECT",
    "account": "SELECT, INSERT, UPDATE",
    "ledger_bucket": "SELECT, INSERT, UPDATE",
    "ledger_reservation": "SELECT, INSERT, UPDATE",
    "ledger_entry": "SELECT, INSERT",
    "ledger_alert": "SELECT, INSERT",
    "account_member": "SELECT, INSERT, DELETE",
    "account_tie": "SELECT, INSERT, DELETE",
}
_WORKSPACE = {
    WORKSPACE.count: "SELECT",
    "proof": "SELECT, INSERT, UPDATE, DELETE",
    "version": "SELECT, INSERT, UPDATE, DELETE",
    "version_content": "SELECT, INSERT, UPDATE, DELETE",
    "version_id_seq": "USAGE",
}
RIGHTS = _LEDGER | _WORKSPACE
_UNTOUCHED = sa.text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(:names) "
    "AND relacl IS NULL AND pg_has_role(current_user, relowner, 'USAGE')"
)


def let_others_in(database: Database) -> None:
    """Give everybody who may connect to the database the rights that Mailwright needs.

    Only in tables of the login's own where nobody has given any rights yet: an administrator who chose others keeps
    them. Nothing in SQLite. Raises StorageError.
    """
    if database.url.get_backend_name() != "postgresql":
        return
    with database.writing() as connection:
        for name in connection.execute(_UNTOUCHED, {"names": list(RIGHTS)}).scalars().all():
            kind = "SEQUENCE" if name.endswith("_seq") else "TABLE"
            connection.exec_driver_sql(f'GRANT {RIGHTS[name]} ON {kind} "{name}" TO PUBLIC')


def login_of(store: Store) -> str:
    """Who we are to the database; "" where nobody logs in. Raises StorageError."""
    if not store.is_shared:
        return ""
    with store.reading() as connection:
        return str(connection.execute(sa.select(login_here())).scalar_one())
