// Beginning to write in a component, and ending it; what Python asks for meanwhile.

const { pen } = mw;
const { FILLER, LISTENERS, caretAt, choose, end, fill, focus, moved, places, say, tokens } = pen;

const HOSTS = {
  "mj-text": ":scope > div",
  "mj-button": "td > a, td > p",
  "mj-table": ":scope > table",
  "mj-social-element": ":scope > td:last-child > a, :scope > td:last-child > span",
};

/** The element that holds the words of a component. */
const hostOf = (element, component) =>
  element && (HOSTS[component] ? element.querySelector(HOSTS[component]) : element);

const dim = () => {
  if (!pen.now) return;
  for (const one of mw.elements(pen.now.id)) if (!one.contains(pen.now.host)) one.style.opacity = "0.45";
};

const caretFromPoint = (x, y) => {
  const range = x >= 0 ? document.caretRangeFromPoint(x, y) : null;
  const [node, offset] = range ? end(range.startContainer, range.startOffset) : [null, 0];
  if (places().some((one) => one.contains(node))) {
    caretAt(node, offset);
    return;
  }
  getSelection().selectAllChildren(places()[0] ?? pen.now.host);
  getSelection().collapseToEnd();
};

const OURS = "white-space:pre-wrap;outline:none;cursor:text;user-select:text;-webkit-user-select:text;min-width:1em;word-break:break-word";

/** Gives the element the looks that it has in the newest mail: its colours and sizes may be changed while one writes. */
const dress = () => {
  const made = mw.becoming(pen.now.element);
  let [from, to] = [hostOf(made, pen.now.component), pen.now.host];
  if (!from) return;
  pen.now.attributes = [...from.attributes].map(({ name, value }) => [name, value]);
  pen.now.nodes = [];
  to.style.cssText = `${from.getAttribute("style") ?? ""};${OURS}`;
  while (to !== pen.now.element && from.parentElement?.nodeName === to.parentElement.nodeName) {
    [from, to] = [from.parentElement, to.parentElement];
    for (const name of ["style", "align", "valign", "bgcolor", "width"])
      if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name));
      else to.removeAttribute(name);
  }
};

/** Whether somebody writes: then the handles of other things stand back. */
mw.isWriting = () => pen.now !== null;

/** Begins to write in one repetition of a component; tells `text.missing` when the mail does not show it. */
mw.textStart = ({ id, turn, component, tokens: content, pieces, label, oneLine, x, y }) => {
  mw.textEnd();
  const element = mw.elements(id)[turn] ?? mw.elements(id)[0];
  const host = hostOf(element, component);
  if (!host) {
    mw.tell("text.missing", { id });
    return;
  }
  const attributes = [...host.attributes].map(({ name, value }) => [name, value]);
  pen.now = { id, element, host, component, pieces, oneLine, revision: 0, attributes, nodes: [...host.childNodes] };
  mw.hold(element); // all of it: no outline, no handles, and the morph asks us
  fill(content);
  host.setAttribute("role", "textbox");
  host.setAttribute("aria-multiline", String(!oneLine));
  host.setAttribute("aria-label", label);
  host.style.cssText += `;${OURS}`;
  for (const [kind, act] of Object.entries(LISTENERS)) host.addEventListener(kind, act);
  document.execCommand("defaultParagraphSeparator", false, "p");
  focus();
  caretFromPoint(x, y);
  dim();
  mw.draw();
  moved();
  say("started");
};

/** Shows other content, unless more was written since Python looked: then it will look again. */
mw.textLoad = ({ tokens: content, pieces, revision }) => {
  if (!pen.now || (revision >= 0 && revision !== pen.now.revision)) return;
  pen.now.pieces = pieces;
  choose(fill(content));
  mw.drawSoon();
  moved();
};

/** Takes chips out: the other halves of what was deleted. */
mw.textDrop = (ids) => {
  for (const id of ids) pen.now?.host.querySelector(`.mw-chip[data-mw="${id}"]`)?.remove();
};

/** Gives what is written now to Python once more. */
mw.textAsk = (purpose) => say("answer", { purpose, revision: pen.now.revision, tokens: JSON.stringify(tokens()) });

/** What is written next at the caret is in an element `name`, or no longer. */
mw.textMark = (name) => {
  const selection = getSelection();
  if (!pen.now || !selection.isCollapsed || !selection.rangeCount) return;
  const inside = (selection.focusNode.nodeType === Node.TEXT_NODE ? selection.focusNode.parentElement : selection.focusNode)
    .closest(name);
  const filler = document.createTextNode(FILLER);
  if (inside && pen.now.host.contains(inside)) {
    const rest = document.createRange();
    rest.setStart(selection.focusNode, selection.focusOffset);
    rest.setEndAfter(inside);
    const second = rest.extractContents();
    inside.after(filler, ...(second.textContent || second.querySelector?.(".mw-chip,br,img") ? [second] : []));
  } else {
    const made = document.createElement(name);
    made.append(filler);
    selection.getRangeAt(0).insertNode(made);
  }
  caretAt(filler, 1);
  moved();
};

/** Gives the caret back to the text after another control had the keyboard. */
mw.textFocus = () => pen.now && focus();

/** Ends writing: the element shows the mail again. */
mw.textEnd = () => {
  if (!pen.now) return;
  const { id, element, host, attributes, nodes } = pen.now;
  for (const one of mw.elements(id)) one.style.removeProperty("opacity");
  for (const [kind, act] of Object.entries(LISTENERS)) host.removeEventListener(kind, act);
  pen.now = null;
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  for (const { name } of [...host.attributes]) host.removeAttribute(name);
  for (const [name, value] of attributes) host.setAttribute(name, value);
  host.replaceChildren(...nodes);
  mw.release(element); // what the mail became meanwhile is put there now
  mw.draw();
};

document.addEventListener("selectionchange", () => pen.now && moved());
document.addEventListener("mousedown", (event) => {
  if (pen.now && event.target.nodeName !== "MW-OVERLAY" && !pen.now.host.contains(event.target)) say("done");
}, true);
mw.afterMorph.push(() => {
  if (!pen.now) return;
  if (!pen.now.host.isConnected) {
    say("gone");
    return;
  }
  if (mw.becoming(pen.now.element)) dress();
  dim();
});
