"""What the pictures show: the profiles, one TOML file each."""
