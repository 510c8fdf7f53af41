// What this page and Python say to each other. This code lives in a world of its own: the mail cannot see it, and
// sees none of its names. Timers never fire in this world; requestAnimationFrame does.

let bridge = null;
const waiting = [];

/** Tells Python something: `kind` names it, `values` are numbers, strings and booleans. */
mw.tell = (kind, values = {}) => {
  const message = JSON.stringify({ ...values, kind });
  if (bridge) bridge.tell(message);
  else waiting.push(message);
};

/** Functions to call after every change of the mail, when it is laid out again. */
mw.afterMorph = [];

/** Calls `act` once before the next frame, however often it is asked for. */
mw.soon = (act) => {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
};

mw.start = () => {
  new QWebChannel(qt.webChannelTransport, (channel) => {
    bridge = channel.objects.bridge;
    mw.tell("ready", { address: location.href });
    for (const message of waiting.splice(0)) bridge.tell(message);
  });
};
