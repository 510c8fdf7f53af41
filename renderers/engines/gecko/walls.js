// Runs once in the program's privileged context, before it is given anything to show.
// Every request of the whole program comes by here, its own ones too: answered from the lane that asked, or refused.

Services.io.offline = true; // answered requests still arrive

const ABORTED = 0x804b0002; // NS_BINDING_ABORTED: the page stays as it is, without an error page
const { TYPE_DOCUMENT, TYPE_IMAGE, TYPE_IMAGESET, TYPE_FONT, TYPE_STYLESHEET } = Ci.nsIContentPolicy;
const FAMILIES = new Map([ // nothing is served as what it is not
  [TYPE_IMAGE, "image/"],
  [TYPE_IMAGESET, "image/"],
  [TYPE_FONT, "font/"],
  [TYPE_STYLESHEET, "text/css"],
]);

const lanes = new Map(); // by number: { browser, address, html, policy, images: { url: [media type, bytes] } }

function laneOf(load) {
  const context = load.browsingContext ?? load.targetBrowsingContext;
  return [...lanes.values()].find((lane) => context && lane.browser?.browsingContext === context.top);
}

function answerTo(channel) {
  const load = channel.loadInfo;
  const lane = laneOf(load);
  const address = channel.URI.spec;
  if (load.externalContentPolicyType === TYPE_DOCUMENT) {
    return lane?.html && address === lane.address ? ["text/html; charset=utf-8", lane.html, lane.policy] : null;
  }
  const family = FAMILIES.get(load.externalContentPolicyType);
  const found = lane?.images[address];
  return family && found?.[0].startsWith(family) ? found : null;
}

const gate = {
  observe(channel) {
    channel.QueryInterface(Ci.nsIHttpChannel);
    const answer = answerTo(channel);
    if (!answer) {
      channel.cancel(ABORTED);
      return;
    }
    const [mediaType, bytes, policy] = answer;
    const response = Cc["@mozilla.org/network/replaced-http-response;1"].createInstance(Ci.nsIReplacedHttpResponse);
    response.responseStatus = 200;
    response.responseStatusText = "OK";
    response.responseBody = atob(bytes);
    response.setResponseHeader("content-type", mediaType, false);
    response.setResponseHeader("x-content-type-options", "nosniff", false);
    response.setResponseHeader("access-control-allow-origin", "*", false); // a font needs it
    response.setResponseHeader("cache-control", "no-store", false); // the next mail may have another one by this name
    if (policy) {
      response.setResponseHeader("content-security-policy", policy, false);
    }
    channel.QueryInterface(Ci.nsIHttpChannelInternal).setResponseOverride(response);
  },
};
Services.obs.addObserver(gate, "http-on-modify-request");

// Whoever started this program may be killed: without anybody to speak to, it ends.
const { Marionette } = ChromeUtils.importESModule("chrome://remote/content/components/Marionette.sys.mjs");
const watch = Cc["@mozilla.org/timer;1"].createInstance(Ci.nsITimer);
const leave = () => {
  if (Marionette.server.conns.size === 0) {
    Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
  }
};
watch.initWithCallback(leave, 1000, Ci.nsITimer.TYPE_REPEATING_SLACK);

// Gives a browser's page its viewport, in CSS pixels.
function resized(browser, width, height) {
  for (const [side, length] of Object.entries({ width, height })) {
    browser.style.setProperty(side, `${length}px`);
    browser.style.setProperty(`min-${side}`, `${length}px`);
    browser.style.setProperty(`max-${side}`, `${length}px`);
  }
  browser.getBoundingClientRect(); // lays out now
}

// The picture of a browser's page, clipped to CSS pixels: [base64, width, height].
async function picture(browser, width, height, { format, density }) {
  const page = browser.browsingContext.currentWindowGlobal;
  const drawn = await page.drawSnapshot(new DOMRect(0, 0, width, height), density, "white");
  const canvas = browser.ownerDocument.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext("2d").drawImage(drawn, 0, 0);
  drawn.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, `image/${format}`, 0.8));
  return [new Uint8Array(await blob.arrayBuffer()).toBase64(), canvas.width, canvas.height];
}

globalThis.mailwright = { gate, watch, lanes, resized, picture };
