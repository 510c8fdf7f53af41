// What happens while somebody writes: keys, clipboard, and chips that are moved with the pointer.

const { pen } = mw;
const { BLOCKS, FILLER, end, insideChip, tokens } = pen;

const say = (kind, values = {}) => pen.now && mw.tell(`text.${kind}`, { id: pen.now.id, ...values });

const changed = () => {
  pen.now.revision += 1;
  say("input", { revision: pen.now.revision, tokens: JSON.stringify(tokens()) });
};

const path = (node) => {
  const found = [];
  let at = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  for (; at && at !== pen.now.host && pen.now.host.contains(at); at = at.parentElement)
    found.unshift([Number(at.dataset?.mw ?? 0), at.localName]);
  return found;
};

const markChips = (selection) => {
  for (const one of pen.now.host.getElementsByClassName("mw-chip"))
    one.style.boxShadow = !selection.isCollapsed && selection.containsNode(one, true) ? "0 0 0 2px currentColor" : "";
};

const moved = mw.soon(() => {
  const selection = getSelection();
  if (!pen.now || !pen.now.host.contains(selection.focusNode)) return;
  markChips(selection);
  say("caret", { path: JSON.stringify(path(selection.focusNode)), some: !selection.isCollapsed });
});

const block = (node) => {
  let at = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  while (at && at !== pen.now.host && !BLOCKS.has(at.nodeName)) at = at.parentElement;
  return at ?? pen.now.host;
};

const caretAt = (node, offset) => getSelection().collapse(node, offset);

/** Whether nothing is to be seen between the end of `node` and the end of its line's block. */
const endsBlock = (node, around) => {
  const rest = document.createRange();
  rest.setStartAfter(node);
  rest.setEnd(around, around.childNodes.length);
  const content = rest.cloneContents();
  return !content.textContent.replaceAll(FILLER, "") && !content.querySelector("br,img,.mw-chip");
};

const breakLine = () => {
  const selection = getSelection();
  if (!selection.isCollapsed) document.execCommand("delete");
  const range = selection.getRangeAt(0);
  const made = document.createElement("br");
  made.dataset.mw = 0;
  range.insertNode(made);
  if (endsBlock(made, block(made))) made.after(document.createElement("br"));
  caretAt(made.parentNode, [...made.parentNode.childNodes].indexOf(made) + 1);
  changed();
};

const newParagraph = (event) => {
  if (pen.now.oneLine) say("done");
  else if (block(getSelection().focusNode) !== pen.now.host && block(getSelection().focusNode).nodeName !== "TD") {
    return; // the browser divides paragraphs and points well, and both halves keep their number
  } else breakLine();
  event.preventDefault();
};

const FORMATS = { formatBold: "bold", formatItalic: "italic", formatUnderline: "underline", formatStrikeThrough: "strike" };

const beforeInput = (event) => {
  const kind = event.inputType;
  if (kind === "insertParagraph") newParagraph(event);
  else if (kind === "insertLineBreak") {
    event.preventDefault();
    breakLine();
  } else if (kind.startsWith("history")) {
    event.preventDefault();
    say("key", { key: kind === "historyUndo" ? "undo" : "redo" });
  } else if (kind.startsWith("format")) {
    event.preventDefault();
    if (FORMATS[kind]) say("key", { key: FORMATS[kind] });
  } else if (/^(insertFrom|deleteByDrag|insertLink|insert(Ordered|Unordered)List|insertHorizontalRule)/.test(kind)) event.preventDefault();
};

const COMMANDS = { b: "bold", i: "italic", u: "underline", k: "link", z: "undo", y: "redo" };

const keyDown = (event) => {
  event.stopPropagation();
  if (event.isComposing) return;
  const command = event.ctrlKey || event.metaKey ? COMMANDS[event.key.toLowerCase()] : undefined;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") event.preventDefault(); // it would delete what is selected
  else if (command && !event.altKey) {
    event.preventDefault();
    say("key", { key: event.shiftKey && command === "undo" ? "redo" : command });
  } else if (event.key === "Escape") {
    event.preventDefault();
    say("done");
  } else if (event.key === "Tab" || (event.altKey && event.key === "F10")) {
    event.preventDefault();
    say("key", { key: event.shiftKey ? "before" : "bar" });
  }
};

/** The selection as HTML and as plain text; chips are the source that they stand for. */
const copied = () => {
  const content = getSelection().getRangeAt(0).cloneContents();
  for (const one of content.querySelectorAll(".mw-chip")) one.replaceWith(pen.now.pieces[one.dataset.mw]?.source ?? "");
  for (const one of content.querySelectorAll("*")) {
    const href = pen.now.pieces[one.dataset?.mw]?.href;
    for (const { name } of [...one.attributes]) one.removeAttribute(name);
    if (href) one.setAttribute("href", href);
  }
  const box = document.createElement("div");
  box.append(content);
  const plain = box.innerHTML.replace(/<br>|<\/(?:p|div|li|tr)>|(?<=[^>])<(?:p|ul|ol)\b[^>]*>/g, "\n").replace(/<[^>]*>/g, "");
  const text = new DOMParser().parseFromString(plain, "text/html").body.textContent;
  return { html: box.innerHTML, text };
};

const copy = (event) => {
  if (getSelection().isCollapsed) return;
  const { html, text } = copied();
  event.clipboardData.setData("text/html", html);
  event.clipboardData.setData("text/plain", text);
  event.preventDefault();
  if (event.type === "cut") document.execCommand("delete");
};

const paste = (event) => {
  event.preventDefault(); // Python has the clipboard, and cleans what is in it
  say("key", { key: "paste" });
};

// Chips can be moved with the pointer

let carried = null;

const dragStart = (event) => {
  carried = event.target.closest?.(".mw-chip") ?? null;
  if (!carried) event.preventDefault();
  else event.dataTransfer.setData("text/plain", carried.title);
};

const dragOver = (event) => {
  event.stopPropagation();
  if (carried) event.preventDefault();
};

const drop = (event) => {
  event.preventDefault();
  event.stopPropagation();
  const range = document.caretRangeFromPoint(event.clientX, event.clientY);
  if (!carried || !range || !pen.now.host.contains(range.startContainer) || insideChip(range.startContainer)) return;
  range.insertNode(carried);
  caretAt(carried.parentNode, [...carried.parentNode.childNodes].indexOf(carried) + 1);
  carried = null;
  changed();
};

const pointAtChip = (event) => {
  const found = insideChip(event.target);
  if (!found) return;
  const [parent, after] = end(found, 0);
  getSelection().setBaseAndExtent(parent, after - 1, parent, after);
};

const LISTENERS = {
  beforeinput: beforeInput,
  input: (event) => event.isComposing || changed(),
  compositionend: () => changed(),
  keydown: keyDown,
  copy,
  cut: copy,
  paste,
  dragstart: dragStart,
  dragover: dragOver,
  drop,
  click: pointAtChip,
};

Object.assign(pen, { LISTENERS, caretAt, moved, say });
