"""The one place that knows SQL: database, tables, records, replica tables, migrations, evidence store, backup."""
