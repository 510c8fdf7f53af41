"""Approval of a saved run: who said what to which picture, the proof sheet for the client, and its answers."""
