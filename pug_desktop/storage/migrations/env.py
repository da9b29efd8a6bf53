"""How alembic runs here: on the connection it is handed, inside the caller's one transaction."""

from alembic import context

from pug_desktop.storage.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True)
context.run_migrations()
