// What the pointer and the keys do in the mail. Nothing in a mail works here: its links, buttons and fields are the
// designer's material. Where somebody is writing (a held element) every event is theirs.

const KEYS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape"]);

const stop = (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

const ours = (event) => event.target.nodeName !== "MW-OVERLAY" && !mw.isHeld(event.target);

const at = (event) => ({ x: event.clientX, y: event.clientY });

document.addEventListener("mousemove", (event) => {
  if (event.target.nodeName === "MW-OVERLAY") return;
  mw.hover(event.buttons ? null : mw.marked(event.target));
}, true);
document.documentElement.addEventListener("mouseleave", () => mw.hover(null));

document.addEventListener("mousedown", (event) => {
  if (!ours(event)) return;
  stop(event); // no text selection, no drag of a picture or a link
  if (event.button !== 0) return;
  const element = mw.marked(event.target);
  mw.tell("click", {
    id: element ? mw.idOf(element) : 0,
    turn: element ? mw.turn(element) : 0,
    alt: event.altKey,
  });
}, true);

document.addEventListener("dblclick", (event) => {
  if (!ours(event)) return;
  stop(event);
  const element = mw.marked(event.target);
  if (element) mw.tell("open", { id: mw.idOf(element), turn: mw.turn(element), ...at(event) });
}, true);

document.addEventListener("contextmenu", (event) => {
  if (!ours(event)) return;
  stop(event);
  const element = mw.marked(event.target);
  mw.tell("menu", { id: element ? mw.idOf(element) : 0, turn: element ? mw.turn(element) : 0, ...at(event) });
}, true);

for (const kind of ["click", "auxclick", "dragstart", "submit", "beforetoggle"])
  document.addEventListener(kind, (event) => ours(event) && stop(event), true);

document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && ours(event)) {
    stop(event); // the mail's links are no way stations
    mw.tell("tab", { back: event.shiftKey });
    return;
  }
  if (!KEYS.has(event.key) || !ours(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!mw.selected().id && event.key !== "Enter") return; // then the arrows scroll
  stop(event);
  mw.tell("key", { key: event.key, turn: mw.selected().turn });
}, true);
