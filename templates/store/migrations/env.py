"""Run by alembic: takes the connection, and with it the transaction, of whoever asked for the migration."""

from alembic import context

asked = context.config.attributes
context.configure(connection=asked["connection"], version_table=asked["count"])
with context.begin_transaction():
    context.run_migrations()
