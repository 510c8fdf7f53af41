"""Run by alembic: takes the connection, and with it the transaction, of whoever asked for the migration."""

from alembic import context

# SQLite can undo the making of tables, but alembic has to be told.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
