// Writing in the mail. While a text is written in, its element shows the template's own source: words as they are,
// template tags as chips that stay whole. What is there goes to Python as tokens, and comes from it as tokens, so that
// no HTML is parsed on the way; see templates/source/rich_page.py.

const CHIPS = new Set(["{{", "{%", "{#", "<!", "?"]);
const BLOCKS = new Set(
  "ADDRESS BLOCKQUOTE CAPTION CENTER DD DIV DL DT H1 H2 H3 H4 H5 H6 LI OL P PRE TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);
const FILLER = "\ufeff"; // holds the caret in an element that has no words yet

const CHIP =
  "display:inline-block;box-sizing:border-box;max-width:100%;margin:0 1px;padding:0 .45em;border-radius:5px;" +
  "border:1px solid;font:500 .82em/1.45 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;" +
  "font-size:max(11px,min(.84em,15px));" +
  "letter-spacing:normal;text-transform:none;text-decoration:none;text-align:left;white-space:nowrap;overflow:hidden;" +
  "text-overflow:ellipsis;vertical-align:middle;cursor:default;user-select:all;-webkit-user-select:all;";
const TINTS = {
  "{{": "color:#27348b;background:#eaedff;border-color:#b9c2fb",
  "{%": "color:#6b4300;background:#fff1d6;border-color:#eccb8f",
  "{#": "color:#4b5563;background:#f3f4f6;border-color:#d1d5db",
  "<!": "color:#4b5563;background:#f3f4f6;border-color:#d1d5db",
  "?": "color:#8a1c1c;background:#fdeaea;border-color:#f0b9b9",
};

/** What is being written in: nothing, or the element with what it was, the pieces by id, and how often it changed. */
const pen = { now: null };
mw.pen = pen;

// From tokens to the page

const chip = (id, name, piece) => {
  const made = document.createElement("span");
  made.className = `mw-chip ${name === "{%" ? "mw-chip-statement" : "mw-chip-output"}`;
  made.style.cssText = CHIP + TINTS[name];
  made.textContent = piece.label;
  made.title = piece.source;
  made.draggable = true;
  made.contentEditable = "false";
  made.dataset.mw = id;
  return made;
};

const ROWS = new Set(["TABLE", "TBODY", "THEAD", "TFOOT"]);

/** Where a chip goes that stands in `at`: between the rows of a table in a row of its own, which is no part of the text. */
const roomIn = (at) => {
  if (!ROWS.has(at.nodeName) && !(at === pen.now.root && ROWS.has(pen.now.host.nodeName))) return at;
  const last = at.lastChild;
  if (last?.dataset?.room) return last.firstChild;
  const row = at.appendChild(document.createElement("tr"));
  row.dataset.room = "yes";
  row.contentEditable = "false";
  const cell = row.appendChild(document.createElement("td"));
  cell.colSpan = 99;
  cell.style.cssText = "padding:2px 0;line-height:1.6;text-align:left";
  return cell;
};

const shown = (id, name) => {
  const piece = pen.now.pieces[id] ?? {};
  if (CHIPS.has(name)) return chip(id, name, piece);
  if (piece.label !== undefined) return chip(id, "<!", piece);
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(piece.attributes ?? {})) made.setAttribute(attribute, value);
  if (name === "a") made.setAttribute("href", "#");
  if (name === "img" && !made.getAttribute("src")) made.style.cssText += ";background:#eef0f3;outline:1px dashed #b6bcc6";
  made.dataset.mw = id;
  return made;
};

/** What a caret can be in: the element itself, or the cells of a table, which keep its rows safe. */
const places = () => {
  if (!ROWS.has(pen.now.host.nodeName)) return [pen.now.host];
  return [...pen.now.host.querySelectorAll("td,th")].filter((cell) => !cell.querySelector("td,th") && !cell.parentElement.dataset.room);
};

/** Gives the keyboard to the place that holds the selection, or to the first. */
const focus = () => {
  const found = places();
  const { focusNode } = getSelection();
  (found.find((one) => one.contains(focusNode)) ?? found[0])?.focus({ preventScroll: true });
};

/** Fills the element with what the tokens say; returns the ends of the selection. */
const fill = (tokens) => {
  const root = document.createDocumentFragment();
  pen.now.root = root;
  const ends = {};
  let at = root;
  for (const token of tokens) {
    if (typeof token === "string") at.append(token);
    else if (token[0] === "|") ends[token[1]] = at.appendChild(document.createTextNode(""));
    else if (token[0] === ">") at = at.parentNode;
    else {
      const made = shown(token[1], token[2]);
      (CHIPS.has(token[2]) ? roomIn(at) : at).append(made);
      if (token[0] === "<") at = made;
    }
  }
  pen.now.host.replaceChildren(root);
  for (const one of places()) one.contentEditable = "true";
  for (const block of [pen.now.host, ...pen.now.host.querySelectorAll("p,div,li,td,h1,h2,h3,h4,h5,h6")]) {
    if (block.lastChild === null || block.lastChild.nodeName === "BR") block.append(document.createElement("br"));
  }
  return ends;
};

/** Selects from mark to mark; the marks go. */
const choose = ({ anchor, focus }) => {
  if (!anchor || !focus) return;
  const [from, to] = [anchor, focus].map((mark) => {
    const range = document.createRange();
    range.setStartBefore(mark);
    return range;
  });
  anchor.remove();
  focus.remove();
  pen.now.host.normalize();
  getSelection().setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset);
};

// From the page to tokens

/** Whether a line break shows nothing: the browser puts one at the end of a line so that a caret can stand there. */
const isFiller = (node) => node.nodeName === "BR" && node.dataset.mw === undefined;

const insideChip = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".mw-chip");

/** The place of one end of the selection, never inside a chip. */
const end = (node, offset) => {
  const found = node && insideChip(node);
  return found ? [found.parentNode, [...found.parentNode.childNodes].indexOf(found) + 1] : [node, offset];
};

const tokens = () => {
  const selection = getSelection();
  const ends = [
    ["anchor", ...end(selection.anchorNode, selection.anchorOffset)],
    ["focus", ...end(selection.focusNode, selection.focusOffset)],
  ];
  const found = [];
  const marks = (node, offset) => {
    for (const [name, in_, at] of ends) if (in_ === node && at === offset) found.push(["|", name]);
  };
  const text = (node) => {
    let done = 0;
    for (let at = 0; at <= node.data.length; at += 1) {
      if (!ends.some(([, in_, offset]) => in_ === node && offset === at)) continue;
      if (at > done) found.push(node.data.slice(done, at));
      marks(node, at);
      done = at;
    }
    if (done < node.data.length) found.push(node.data.slice(done));
  };
  const row = (parent) => {
    parent.childNodes.forEach((node, index) => {
      marks(parent, index);
      if (node.nodeType === Node.TEXT_NODE) text(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !isFiller(node)) element(node);
    });
    marks(parent, parent.childNodes.length);
  };
  const element = (node) => {
    const id = Number(node.dataset?.mw ?? 0);
    const name = node.localName;
    if (node.classList.contains("mw-chip") || ["br", "img", "hr", "wbr"].includes(name)) found.push(["@", id, name]);
    else {
      found.push(["<", id, name]);
      row(node);
      found.push([">", id, name]);
    }
  };
  row(pen.now.host);
  return found;
};

Object.assign(pen, { BLOCKS, FILLER, choose, end, fill, focus, insideChip, places, tokens });
