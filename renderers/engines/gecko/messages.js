// Thunderbird: message windows, one a colour scheme, each kept from mail to mail. It does everything that it does to a
// mail by itself; only its requests are answered by the walls.

const { lanes, resized, picture } = globalThis.mailwright;
const WINDOW = "chrome://messenger/content/messageWindow.xhtml";
const REMOTE_OFF = "mailnews.message_display.disable_remote_image";

const event = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

function opened(address) {
  return new Promise((resolve) => {
    const watcher = (window, topic) => {
      if (topic === "domwindowopened") {
        Services.ww.unregisterNotification(watcher);
        resolve(window);
      }
    };
    Services.ww.registerNotification(watcher);
    Services.ww.openWindow(null, WINDOW, "_blank", "all,chrome,dialog=no", Services.io.newURI(address));
  });
}

async function messageWindow(scheme, address) {
  const window = await opened(address);
  await event(window, "DOMContentLoaded");
  window.browsingContext.prefersColorSchemeOverride = scheme; // its own parts ask for it before they adapt the mail
  await event(window, "MsgLoaded");
  const browser = window.messageBrowser.contentDocument.getElementById("messagepane");
  browser.style.alignSelf = "start";
  return { window, browser, images: {} };
}

// A message with an empty frame in it is never announced by the window; its pane tells as well.
function arrival(window, browser, address) {
  const [name] = address.match(/\/[^/]+\.eml/); // the pane has it under a scheme of its own
  const loaded = new Promise((resolve) => {
    const listener = ({ target }) => {
      if (target === browser.contentDocument && target.documentURI.includes(name)) {
        browser.removeEventListener("load", listener, true);
        resolve();
      }
    };
    browser.addEventListener("load", listener, true);
  });
  return Promise.race([event(window, "MsgLoaded"), loaded]);
}

async function show(job) {
  Services.prefs.setBoolPref(REMOTE_OFF, !job.remote);
  if (!lanes.has(job.scheme)) {
    lanes.set(job.scheme, await messageWindow(job.scheme, job.blank));
  }
  const lane = lanes.get(job.scheme);
  const { window, browser } = lane;
  lane.images = job.images;
  browser.browsingContext.prefersColorSchemeOverride = job.scheme;
  browser.browsingContext.overrideDPPX = job.scale;
  resized(browser, job.width, job.height);
  const arrived = arrival(window, browser, job.address);
  window.messageBrowser.contentWindow.displayMessage(job.address);
  await arrived;
  if (browser.contentDocument.readyState !== "complete") {
    await event(browser.contentWindow, "load");
  }
  const root = browser.contentDocument.documentElement;
  const height = Math.min(Math.max(root.scrollHeight, browser.contentDocument.body?.scrollHeight ?? 0), job.maxHeight);
  return [...(await picture(browser, job.width, height, job)), root.scrollWidth];
}

Object.assign(globalThis.mailwright, { show });
