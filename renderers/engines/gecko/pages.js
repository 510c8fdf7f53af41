// Firefox: hidden pages in content processes, each kept from mail to mail.

const { HiddenFrame } = ChromeUtils.importESModule("resource://gre/modules/HiddenFrame.sys.mjs");
const { lanes, resized, picture } = globalThis.mailwright;
const STOPPED = Ci.nsIWebProgressListener.STATE_STOP | Ci.nsIWebProgressListener.STATE_IS_WINDOW;

// In the page's process: how large the document is, once the page has the width that was asked for.
function measuring() {
  addMessageListener("mailwright:measure", async ({ data: width }) => {
    while (content.innerWidth !== width) {
      await new Promise((resolve) => content.addEventListener("resize", resolve, { once: true }));
    }
    const root = content.document.scrollingElement ?? content.document.documentElement;
    sendAsyncMessage("mailwright:measured", [root.scrollWidth, root.scrollHeight]);
  });
}

async function open(number) {
  const frame = new HiddenFrame();
  const window = await frame.get();
  const browser = window.document.createXULElement("browser");
  for (const [name, value] of Object.entries({ type: "content", remote: "true", disableglobalhistory: "true" })) {
    browser.setAttribute(name, value);
  }
  window.document.documentElement.appendChild(browser);
  browser.messageManager.loadFrameScript(`data:application/javascript,(${encodeURI(measuring)})()`, false);
  const lane = { frame, browser, address: "", images: {} };
  lane.crashed = new Promise((_, reject) => {
    browser.addEventListener("oop-browser-crashed", () => reject(new Error("Page crashed")));
  });
  lane.crashed.catch(() => {}); // between two mails nobody waits for it
  lanes.set(number, lane);
}

function close(number) {
  lanes.get(number)?.frame.destroy();
  lanes.delete(number);
}

function loaded(browser, address) {
  return new Promise((resolve) => {
    const listener = {
      QueryInterface: ChromeUtils.generateQI(["nsIWebProgressListener", "nsISupportsWeakReference"]),
      onStateChange(progress, _request, flags) {
        const shown = browser.browsingContext.currentWindowGlobal?.documentURI.spec;
        if (progress.isTopLevel && (flags & STOPPED) === STOPPED && shown === address) {
          browser.removeProgressListener(listener);
          resolve();
        }
      },
    };
    browser.addProgressListener(listener, Ci.nsIWebProgress.NOTIFY_STATE_WINDOW);
    browser.mailwrightListener = listener; // the browser itself holds it weakly
  });
}

function measured(browser, width) {
  const answer = new Promise((resolve) => {
    browser.messageManager.addMessageListener("mailwright:measured", function listener({ data }) {
      browser.messageManager.removeMessageListener("mailwright:measured", listener);
      resolve(data);
    });
  });
  browser.messageManager.sendAsyncMessage("mailwright:measure", width);
  return answer;
}

async function shown(lane, job) {
  const { browser } = lane;
  Object.assign(lane, { address: job.address, html: job.html, policy: job.policy, images: job.images });
  const context = browser.browsingContext;
  context.allowJavascript = false;
  context.prefersColorSchemeOverride = job.scheme;
  context.overrideDPPX = job.scale;
  resized(browser, job.width, job.height);
  const complete = loaded(browser, job.address);
  browser.fixupAndLoadURIString(job.address, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  await complete;
  const [contentWidth, contentHeight] = await measured(browser, job.width);
  const height = Math.min(contentHeight, job.maxHeight);
  return [...(await picture(browser, job.width, height, job)), contentWidth];
}

async function show(number, job) {
  const lane = lanes.get(number);
  return Promise.race([shown(lane, job), lane.crashed]);
}

Object.assign(globalThis.mailwright, { open, close, show });
