"""WebKitGTK, driven by the protocol of its own Web Inspector: WebKit for Linux servers and for CI.

WebDriver cannot intercept requests, switch scripts off or look beyond the window, and needs a second browser for dark
mode. The inspector (https://github.com/WebKit/WebKit/tree/main/Source/JavaScriptCore/inspector/protocol) does all of it
page by page, with the mail's HTML as it is: every request comes to us first and is answered or refused.
"""
