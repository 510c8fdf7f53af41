"""Run by alembic: takes the connection, and with it the transaction, of whoever asked for the migration."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
