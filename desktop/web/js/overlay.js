// Outlines, labels and drop places, drawn above the mail in a shadow tree: the mail's styles do not reach them, they
// never change its layout, and they take no click unless they are handles.

const host = document.createElement("mw-overlay");
host.setAttribute("aria-hidden", "true");
const shadow = host.attachShadow({ mode: "closed" });
const sheet = document.createElement("style");
sheet.textContent = mw.css;
mw.layer = document.createElement("div");
mw.layer.className = "layer";
shadow.append(sheet, mw.layer);

/** Colours by their role (`accent`, `on-accent`, `surface`, `halo`, `wash`) and the size of a screen pixel. */
mw.theme = (colours) => {
  for (const [role, value] of Object.entries(colours)) mw.layer.style.setProperty(`--${role}`, value);
  mw.draw();
};

/** Where an element is in what is to be seen. */
mw.rectOf = (element) => element.getBoundingClientRect();

/** The place of an element from the overlay's own corner, at least one pixel in both directions. */
mw.placeOf = (element) => {
  const [at, corner] = [mw.rectOf(element), host.getBoundingClientRect()];
  return { x: at.left - corner.left, y: at.top - corner.top, width: Math.max(1, at.width), height: Math.max(1, at.height) };
};

/** A new element of the overlay. */
mw.shape = (kind, place, text = "") => {
  const made = document.createElement("div");
  made.className = kind;
  mw.put(made, place);
  made.textContent = text;
  mw.layer.append(made);
  return made;
};

mw.put = (shape, { x, y, width, height }) => {
  Object.assign(shape.style, { left: `${x}px`, top: `${y}px` });
  if (width !== undefined) shape.style.width = `${width}px`;
  if (height !== undefined) shape.style.height = `${height}px`;
};

const state = { hover: null, hoverLabel: "", id: 0, turn: 0, reveal: false, drop: null };
let shapes = [];
let reported = "";

const pixel = () => parseFloat(mw.layer.style.getPropertyValue("--px")) || 1;

const label = (place, text) => {
  const made = mw.shape("label", { x: place.x, y: place.y }, text);
  const height = made.offsetHeight;
  const room = made.getBoundingClientRect().top - height > 0;
  made.style.top = `${place.y + (room ? -height : 0)}px`;
  return made;
};

const drawHover = () => {
  const { hover } = state;
  if (!hover?.isConnected || state.drop || mw.isHeld(hover)) return [];
  const place = mw.placeOf(hover);
  const chosen = mw.idOf(hover) === state.id && mw.turn(hover) === state.turn;
  if (chosen) return [];
  return [mw.shape("box hover", place), ...(state.hoverLabel ? [label(place, state.hoverLabel)] : [])];
};

const drawSelection = () => {
  const elements = mw.elements(state.id);
  state.turn = Math.max(0, Math.min(state.turn, elements.length - 1));
  if (state.reveal && elements.length) mw.reveal(elements[state.turn]); // what is new may come with the next mail only
  state.reveal = state.reveal && !elements.length;
  return elements
    .filter((element) => !mw.isHeld(element))
    .map((element) => mw.shape(element === elements[state.turn] ? "box chosen" : "box also", mw.placeOf(element)));
};

const drawDrop = () => {
  if (!state.drop) return [];
  const corner = host.getBoundingClientRect();
  const place = { ...state.drop, x: state.drop.x - scrollX - corner.left, y: state.drop.y - scrollY - corner.top };
  const shape = mw.shape(state.drop.inside ? "box into" : "line", place);
  return state.drop.label ? [shape, label(place, state.drop.label)] : [shape];
};

/** Tells where the selected component is in the view, for the bar of handles beside it. */
const report = () => {
  const chosen = mw.elements(state.id)[state.turn];
  const at = chosen && mw.rectOf(chosen);
  const values = at && !mw.isPulling()
    ? { id: state.id, x: at.left, y: at.top, width: at.width, height: at.height, held: mw.isHeld(chosen) }
    : { id: 0, x: 0, y: 0, width: 0, height: 0, held: false };
  const now = JSON.stringify(values);
  if (now !== reported) mw.tell("box", values);
  reported = now;
};

/** Whether a border is being pulled; then nothing else is drawn. */
mw.isPulling = () => false;

/** Functions that draw more, each returning the shapes it made. */
mw.drawers = [drawSelection, drawHover, drawDrop];

/** Draws everything anew where it is now. */
mw.draw = () => {
  if (!host.isConnected) document.documentElement.append(host);
  for (const shape of shapes) shape.remove();
  shapes = mw.isPulling() ? [] : mw.drawers.flatMap((draw) => draw());
  report();
};
mw.drawSoon = mw.soon(mw.draw);

/** Outlines the component under the pointer; null for none. */
mw.hover = (element) => {
  if (element === state.hover) return;
  Object.assign(state, { hover: element, hoverLabel: "" });
  if (element) mw.tell("hover", { id: mw.idOf(element) });
  mw.draw();
};

/** Says what the component under the pointer is called, when it still is the one with that id. */
mw.label = (id, text) => {
  if (!state.hover || mw.idOf(state.hover) !== id) return;
  state.hoverLabel = text;
  mw.draw();
};

/** Outlines every element of a component, the one with the number `turn` as the one that is meant; 0 for none. */
mw.select = (id, turn, reveal) => {
  Object.assign(state, { id, turn: turn < 0 ? state.turn : turn, reveal });
  mw.draw();
};
mw.selected = () => ({ id: state.id, turn: state.turn });

/** Scrolls no further than needed to show an element, its top if it is too large. */
mw.reveal = (element) => {
  const { top, bottom } = mw.rectOf(element);
  const [room, margin] = [innerHeight, 48 * pixel()];
  if (top < margin) scrollBy(0, top - margin);
  else if (bottom > room - 8) scrollBy(0, Math.min(bottom - room + 16, top - margin));
};

/** Shows where a drop would go: a place in the document's own coordinates, or null. */
mw.showDrop = (place) => {
  state.drop = place;
  mw.draw();
};

/** Where everything is, in the document's coordinates: a row of id, x, y, width, height for each marked element. */
mw.boxes = () =>
  [...document.querySelectorAll('[class*="mw-n-"]')].flatMap((element) => {
    const [id, at] = [mw.idOf(element), mw.rectOf(element)];
    return id ? [[id, at.left + scrollX, at.top + scrollY, at.width, at.height]] : [];
  });

mw.afterMorph.push(mw.draw);
document.addEventListener("scroll", mw.drawSoon, true);
document.addEventListener("load", mw.drawSoon, true);
addEventListener("resize", mw.drawSoon);
mw.draw();
