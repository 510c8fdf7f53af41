// In the whole mail: what is there for some recipients only is tinted, and a badge says for whom, or how often. All of
// it lies above the mail and changes nothing of its layout. Places are found when the mail changes, not when it scrolls.

const layer = document.createElement("div");
mw.layer.prepend(layer); // below the outlines
let rows = []; // { id: of its block, components: ids, words, icon: an <svg>, kind: "if" | "else" | "for" }
let known = ""; // what the places were found for
let drawn = 0; // elements that are tinted

/** What to tint and to label; an empty list for nothing. `{count}` in `words` is how often the loop ran. */
mw.badges = (given) => {
  rows = given;
  place();
};

const GAP = 4; // pixels of the screen
const pixel = () => parseFloat(mw.layer.style.getPropertyValue("--px")) || 1;

const element = (kind, at) => {
  const made = document.createElement("div");
  made.className = kind;
  mw.put(made, at);
  layer.append(made);
  return made;
};

/** The places of all lines of text. */
const lines = () => {
  const corner = layer.parentNode.getBoundingClientRect();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const [range, found] = [document.createRange(), []];
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    for (const { left, top, right, bottom } of range.getClientRects())
      if (bottom - top > 3 && right - left > 1)
        found.push({ x: left - corner.left, y: top - corner.top, width: right - left, height: bottom - top });
  }
  return found;
};

const meets = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Places for a shape of this size at the edge of `box`, the best first. */
const candidates = function* (box, width, height) {
  const gap = GAP * pixel();
  const [left, right] = [box.x + 2 * gap, box.x + box.width - width - 2 * gap];
  const [over, top, bottom] = [box.y - height / 2, box.y + gap, box.y + box.height - height - gap];
  for (const y of [over, top, bottom]) for (const x of [right, left]) yield { x, y };
  for (let y = top + 2 * gap; y < bottom; y += 2 * gap) for (const x of [right, left]) yield { x, y };
};

const inside = ({ x, y }, width) => ({ x: Math.max(0, Math.min(x, innerWidth - width)), y: Math.max(0, y) });

/** The first place where a shape covers no text and no other badge; null when there is none. */
const free = (box, { width, height }, taken) => {
  for (const wish of candidates(box, width, height)) {
    const at = { ...inside(wish, width), width, height };
    if (!taken.some((other) => meets(at, other))) return at;
  }
  return null;
};

const count = () => rows.reduce((sum, row) => sum + row.components.flatMap(mw.elements).length, 0);

/** How often a loop runs where its first element stands. */
const rounds = (first) => {
  const around = mw.marked(first.parentElement);
  return mw.elements(mw.idOf(first)).filter((other) => mw.marked(other.parentElement) === around).length;
};

const tag = (row, first) => {
  const made = document.createElement("span");
  made.className = `tag ${row.kind}`;
  made.innerHTML = row.icon; // ours
  made.title = row.words.replace("{count}", rounds(first));
  made.append(Object.assign(document.createElement("b"), { textContent: made.title }));
  made.addEventListener("mousedown", (event) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.button === 0) mw.tell("badge", { block: row.id, id: mw.idOf(first) });
  });
  made.addEventListener("mouseenter", () => mw.hover(first));
  return made;
};

/** The components of each row as they stand now, and its first element. */
const measured = () =>
  rows.map((row) => {
    const shown = row.components.flatMap(mw.elements);
    return { row, first: shown[0], boxes: shown.map(mw.placeOf) };
  });

/** A badge for each element with which something begins, still without a place. */
const badges = (found) => {
  const made = new Map();
  for (const { row, first, boxes } of found.filter((one) => one.first)) {
    if (!made.has(first)) made.set(first, { badge: element("badge", { x: 0, y: 0 }), box: boxes[0] });
    made.get(first).badge.append(tag(row, first));
  }
  return [...made.values()];
};

/** Finds places for all of `wanted`; returns those for which there is none. */
const settle = (wanted, taken) => {
  const sizes = wanted.map(({ badge }) => ({ width: badge.offsetWidth, height: badge.offsetHeight }));
  return wanted.filter((one, number) => {
    one.size = sizes[number];
    const at = free(one.box, one.size, taken);
    if (at) put(one, at, taken);
    return !at;
  });
};

const put = ({ badge, size }, at, taken) => {
  mw.put(badge, { x: at.x, y: at.y });
  taken.push({ ...at, ...size });
};

// Everything is measured before anything is drawn, and all at once: each look at a changed page lays all of it out.
const place = () => {
  layer.replaceChildren();
  known = state();
  drawn = count();
  const found = measured();
  const taken = found.some((one) => one.first) ? lines() : [];
  for (const { row, boxes } of found) for (const box of boxes) element(`tint ${row.kind}`, box);
  const crowded = settle(badges(found), taken);
  for (const { badge } of crowded) badge.classList.add("small"); // the words are in its tip
  for (const one of settle(crowded, taken)) {
    const { box, size } = one;
    put(one, inside({ x: box.x + box.width - size.width, y: box.y - size.height / 2 }, size.width), taken);
  }
};
const placeSoon = mw.soon(place);

const state = () => `${innerWidth} ${document.documentElement.scrollHeight} ${pixel()}`;

/** Nothing to draw; but here it shows when the mail is laid out in another way. */
const watch = () => {
  layer.hidden = mw.isPulling();
  layer.classList.toggle("written", mw.isWriting());
  if (rows.length && state() !== known) placeSoon();
  return [];
};

mw.drawers.push(watch);
mw.afterMorph.push(() => count() !== drawn && placeSoon()); // words alone move nothing
