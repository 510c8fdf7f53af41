"""The names of exports, and the profiles that they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.opens.names import FILE, _Names, clients_named, is_total
from renderers.clients.profile import profiles
from templates.toml_files import read_toml, unknown_keys

MEANT = {
    "Apple iPhone": "apple-mail-iphone",
    "iPhone": "apple-mail-iphone",
    "Apple iPad": "apple-mail-ipad",
    "Apple Mail": "apple-mail-macos apple-mail-iphone apple-mail-ipad",
    "Apple Mail (macOS)": "apple-mail-macos",
    "Apple Mail Privacy Protection": "apple-mail-macos apple-mail-iphone apple-mail-ipad",
    "Mail iOS 17": "apple-mail-iphone",
    "Gmail": "gmail-web gmail-android gmail-ios",
    "Gmail (mobile)": "gmail-android gmail-ios",
    "Gmail, webmail": "gmail-web",
    "Gmail Android": "gmail-android",
    "Application Gmail iPhone": "gmail-ios",
    "GoogleImageProxy": "gmail-web gmail-android gmail-ios",
    "Outlook": "outlook-windows-96 outlook-new-windows",
    "Outlook 2016": "outlook-windows-96",
    "Microsoft Outlook 2010": "outlook-windows-2010",
    "Outlook 2019 (Mac)": "outlook-mac",
    "Outlook.com": "outlook-com",
    "Hotmail / Live": "outlook-com",
    "Outlook (Android)": "outlook-android",
    "Outlook iOS": "outlook-ios",
    "Outlook Mobile": "outlook-android outlook-ios",
    "Outlook 2003": "",
    "Windows Live Mail": "",
    "Windows 10 Mail": "windows-mail",
    "Yahoo! Mail": "yahoo-web yahoo-android yahoo-ios",
    "Samsung Mail": "samsung-android",
    "Orange": "orange-web orange-android orange-ios",
    "SFR Mail": "sfr-web sfr-android sfr-ios",
    "La Poste": "laposte-web laposte-ios",
    "laposte.net": "laposte-web laposte-ios",
    "Free.fr": "free-web",
    "Mozilla Thunderbird": "thunderbird-windows thunderbird-macos thunderbird-linux",
    "Thunderbird (Linux)": "thunderbird-linux",
    "Google Android": "gmail-android-ganga samsung-android",
    "WEB.DE": "web-de-web web-de-android web-de-ios",
    "Outlook, Windows, 120 dpi": "outlook-windows-120",
    "Outlook, Windows, 120 ppp": "outlook-windows-120",
    "roundcube-web": "roundcube-web",
    "Other": "",
    "Mailo": "",
    "": "",
}


@pytest.mark.parametrize("name", MEANT)
def test_names_as_services_write_them(name):
    """Case, signs and accents do not count, and a device narrows."""
    assert " ".join(clients_named(name)) == MEANT[name]
    assert clients_named(name.upper()) == clients_named(name)


def test_every_entry_stands_for_profiles_that_exist():
    """A profile that is renamed is noticed here; every entry is found by its own name."""
    known, file = {each.id for each in profiles()}, read_toml(FILE, _Names)
    assert unknown_keys(FILE, _Names) == []
    assert [id_ for entry in file.client for id_ in (*entry.clients, *entry.others) if id_ not in known] == []
    assert [name for entry in file.client for name in entry.names if not clients_named(name)] == []
    assert [name for name in file.unknown if clients_named(name)] == []
    devices = {each.device for each in profiles()}
    assert [device for each in file.platform for device in each.devices if device not in devices] == []


def test_every_brand_has_a_name():
    """What people see in the list of clients is understood in an export as well."""
    brands = {each.brand for each in profiles() if each.group != "plain"}
    assert [brand for brand in brands if not clients_named(brand)] == []


@pytest.mark.parametrize("name", ["Total", "TOTAL général", "Mobile", "webmail", "Ordinateurs"])
def test_sums_are_no_clients(name):
    """A line that adds up others is not counted twice."""
    assert is_total(name)


@given(st.text(max_size=30))
def test_any_name_means_profiles_or_none(name):
    """No name breaks it; each profile comes once."""
    found = clients_named(name)
    assert len(set(found)) == len(found)
