"""Pictures taken on other computers, by Dask; nothing of Dask is imported before a farm is opened (docs/farm.md)."""
