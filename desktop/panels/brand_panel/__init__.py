"""The rooms of the brand panel: its fields, the strips of candidates, the live sample, the contrast table."""
