"""The social networks that a footer can point at, in the order in which it shows them."""

NETWORKS = {
    "facebook": "Facebook",
    "x": "X",
    "linkedin": "LinkedIn",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "pinterest": "Pinterest",
    "github": "GitHub",
    "mastodon": "Mastodon",
}
