// Changing the mail that is shown: only the nodes that differ are touched, so that the scroll position, the pictures
// and whatever is under the pointer stay. Between the mail's pieces stand comments with `mw.marker` as their text.

const held = new Map(); // to what the element would have become meanwhile

/** Keeps an element as it is, whatever the mail becomes: somebody is writing in it. */
mw.hold = (element) => held.set(element, null);

/** What a held element would be in the newest mail; null when that is not known to differ. */
mw.becoming = (element) => held.get(element) ?? null;

/** Lets an element follow the mail again, and brings it up to date. */
mw.release = (element) => {
  const made = held.get(element);
  held.delete(element);
  if (made) morphNode(element, made);
};

/** Whether `node` is in an element that is held. */
mw.isHeld = (node) => [...held.keys()].some((element) => element.contains(node));

/** The comments between the pieces, in order; empty when they are not all side by side. */
const markers = () => {
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data === mw.marker) found.push(walker.currentNode);
  return found.every((one) => one.parentNode === found[0].parentNode) ? found : [];
};

/** What tells one element of a row from the others: its mark, or that of the first element in it. */
const key = (node) => {
  for (let depth = 0; depth < 4 && node?.nodeType === Node.ELEMENT_NODE; depth += 1) {
    const id = mw.idOf(node);
    if (id) return id;
    node = node.firstElementChild;
  }
  return 0;
};

const syncAttributes = (old, made) => {
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of made.attributes) {
    if (old.getAttribute(name) === value) continue;
    try {
      old.setAttribute(name, value);
    } catch {
      // The parser takes names that setAttribute does not; such an attribute shows nothing.
    }
  }
};

const morphNode = (old, made) => {
  if (held.has(old)) {
    held.set(old, made);
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== made.data) old.data = made.data;
    return;
  }
  syncAttributes(old, made);
  if (old.nodeName === "TEMPLATE") old.innerHTML = made.innerHTML;
  morphRow(old, [...old.childNodes], [...made.childNodes], null);
};

/** Finds for each of `news` the node of `olds` that becomes it, or null. */
const matches = (olds, news) => {
  const keyed = new Map();
  const plain = [];
  for (const node of olds) {
    const id = key(node);
    if (id) keyed.set(id, [...(keyed.get(id) ?? []), node]);
    else plain.push(node);
  }
  let at = 0;
  return news.map((node) => {
    const id = key(node);
    if (id) {
      const found = keyed.get(id)?.shift();
      return found?.nodeName === node.nodeName ? found : null;
    }
    const next = plain.slice(at).findIndex((old) => old.nodeName === node.nodeName);
    if (next < 0) return null;
    at += next + 1;
    return plain[at - 1];
  });
};

/** Makes `olds`, neighbours in `parent` that stand before `end`, equal to `news`. */
const morphRow = (parent, olds, news, end) => {
  let first = 0;
  while (first < olds.length && first < news.length && olds[first].isEqualNode(news[first])) first += 1;
  let last = 0;
  const most = Math.min(olds.length, news.length) - first;
  while (last < most && olds[olds.length - 1 - last].isEqualNode(news[news.length - 1 - last])) last += 1;
  const after = last ? olds[olds.length - last] : end;
  olds = olds.slice(first, olds.length - last);
  news = news.slice(first, news.length - last);
  const found = matches(olds, news);
  const kept = new Set(found);
  for (const old of olds) if (!kept.has(old)) old.remove();
  let cursor = olds.find((old) => kept.has(old)) ?? after;
  news.forEach((made, number) => {
    const old = found[number];
    if (old && old === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(old ?? made, cursor);
    if (old) morphNode(old, made);
  });
};

/** The nodes from `first` up to, without, `end`. */
const between = (first, end) => {
  const found = [];
  for (let node = first; node && node !== end; node = node.nextSibling) found.push(node);
  return found;
};

/** Puts `html`, pieces with a marker before each, in the place of `removed` pieces and their markers from `first` on. */
const morphPieces = ({ first, removed, html }) => {
  const marks = markers();
  const [from, to] = [marks[first], marks[first + removed]];
  if (!from || !to) return false;
  const made = document.implementation.createHTMLDocument("").createElement("div");
  made.innerHTML = html;
  morphRow(from.parentNode, between(from, to), [...made.childNodes], to);
  return true;
};

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

const pathTo = (node) => {
  const path = [];
  for (let above = node.parentNode; above && above.nodeName !== "HTML"; above = above.parentNode) path.unshift(above);
  return path;
};

/** Makes head, body and what stands around the pieces equal to `html`, a mail with two markers and nothing between. */
const morphFrame = (html) => {
  const made = parsed(html);
  const walker = made.createTreeWalker(made.body, NodeFilter.SHOW_COMMENT);
  const news = [];
  while (walker.nextNode()) if (walker.currentNode.data === mw.marker) news.push(walker.currentNode);
  const olds = markers();
  if (news.length !== 2 || !olds.length) return false;
  const [oldPath, newPath] = [pathTo(olds[0]), pathTo(news[0])];
  if (oldPath.map((one) => one.nodeName).join() !== newPath.map((one) => one.nodeName).join()) return false;
  syncAttributes(document.documentElement, made.documentElement);
  morphNode(document.head, made.head);
  oldPath.forEach((old, depth) => {
    const around = newPath[depth];
    syncAttributes(old, around);
    const [oldStart, oldEnd] = depth + 1 < oldPath.length ? [oldPath[depth + 1], oldPath[depth + 1]] : [olds[0], olds.at(-1)];
    const [newStart, newEnd] = depth + 1 < newPath.length ? [newPath[depth + 1], newPath[depth + 1]] : news;
    morphRow(old, between(old.firstChild, oldStart), between(around.firstChild, newStart), oldStart);
    morphRow(old, between(oldEnd.nextSibling, null), between(newEnd.nextSibling, null), null);
  });
  return true;
};

const morphWhole = (html) => {
  const made = parsed(html);
  if (!document.body || document.body.nodeName !== made.body.nodeName) return false;
  syncAttributes(document.documentElement, made.documentElement);
  morphNode(document.head, made.head);
  morphNode(document.body, made.body);
  return true;
};

/**
 * Changes the mail. `change` holds `whole` (all of the HTML), or `frame` (head and rim) and the pieces that are new.
 * Returns whether it could: after a false the mail has to be sent whole, or loaded.
 */
mw.morph = (change) => {
  const done =
    change.whole !== undefined
      ? morphWhole(change.whole)
      : (change.frame === undefined || morphFrame(change.frame)) && (change.html === undefined || morphPieces(change));
  void document.documentElement.offsetHeight; // laid out before anybody is told
  for (const act of mw.afterMorph) act();
  return done;
};

/** How many pieces the page has markers for. */
mw.markerCount = () => markers().length;
