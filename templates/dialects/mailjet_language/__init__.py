"""The parts of Mailjet's dialect (../mailjet.py)."""
