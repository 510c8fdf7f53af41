// The borders between columns can be pulled, and behind each column there is room for another. While a border is
// pulled the mail follows; the text is changed once, when it is let go.

const CLOSE = 1.2; // percent of the row within which a width snaps
const LEAST = 5;
let row = null; // { id, columns, widths (percent) } of the row in which something is selected
let pull = null;

/** The row whose columns can be resized, or null; `fixed` is false when a loop decides how many there are. */
mw.columns = (given) => {
  row = given;
  mw.draw();
};

const snapped = (percent) => {
  const near = [...Array.from({ length: 19 }, (_, step) => 5 * (step + 1)), 100 / 3, 200 / 3];
  const best = near.reduce((one, other) => (Math.abs(other - percent) < Math.abs(one - percent) ? other : one));
  return Math.abs(best - percent) < CLOSE ? best : percent;
};

const columnsNow = () => {
  const { id, turn } = mw.selected();
  let around = mw.elements(id)[turn];
  while (around && mw.idOf(around) !== row.id) around = around.parentElement;
  if (!around) return [];
  const found = row.columns.map((one) => around.getElementsByClassName(`mw-n-${one}`)[0]);
  return found.every(Boolean) ? found : [];
};

const sideBySide = (places) => places.every(({ y, height }) => y < places[0].y + Math.max(1, places[0].height) && places[0].y < y + Math.max(1, height));

const drawRims = () => {
  const columns = row && !mw.isWriting() ? columnsNow() : [];
  const places = columns.map(mw.placeOf);
  if (!places.length || !sideBySide(places)) return [];
  const top = Math.min(...places.map(({ y }) => y));
  const height = Math.max(24, ...places.map(({ y, height: own }) => y + own - top));
  const px = parseFloat(mw.layer.style.getPropertyValue("--px")) || 1;
  const edge = innerWidth - (columns[0].getBoundingClientRect().left - places[0].x); // of what is to be seen
  return places.flatMap((place, number) => {
    const x = place.x + place.width;
    const last = number === places.length - 1;
    const middle = Math.min(x - 10 * px, edge - 22 * px);
    const made = [adder(number + 1, middle, last ? top + height / 2 - 10 * px : top - 10 * px)];
    if (!last && row.fixed) made.unshift(rim(number, columns, { x: x - 5 * px, y: top, width: 10 * px, height }));
    return made;
  });
};

const adder = (at, x, y) => {
  const made = mw.shape("add", { x, y });
  made.title = row.words.add;
  made.addEventListener("mousedown", (event) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.button === 0) mw.tell("add_column", { row: row.id, at });
  });
  return made;
};

const rim = (number, columns, place) => {
  const made = mw.shape("rim", place);
  made.append(document.createElement("i"));
  made.title = row.words.resize;
  made.addEventListener("mousedown", (event) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.button === 0) begin(event, number, columns, place);
  });
  return made;
};

const begin = (event, number, columns, place) => {
  const sum = row.widths[number] + row.widths[number + 1];
  const share = columns[number].getBoundingClientRect().width / row.widths[number]; // CSS pixels of one percent
  const styles = columns.map((column) => column.getAttribute("style"));
  pull = { from: event.clientX, number, columns, sum, share, styles, place, widths: [...row.widths], shapes: [] };
  show(event.clientX);
};

/** Moves the border to where the pointer is, and says how wide both columns are now. */
const show = (clientX) => {
  for (const shape of pull.shapes) shape.remove();
  const { number, sum, share, columns, place, widths } = pull;
  const asked = row.widths[number] + (clientX - pull.from) / share;
  const left = clientX === pull.from ? row.widths[number] : Math.min(sum - LEAST, Math.max(LEAST, snapped(asked)));
  Object.assign(widths, { [number]: left, [number + 1]: sum - left });
  columns.forEach((column, at) => {
    for (const name of ["width", "max-width"]) column.style.setProperty(name, `${widths[at]}%`, "important");
  });
  mw.draw();
  const pair = columns.slice(number, number + 2).map(mw.placeOf);
  pull.shapes = [
    mw.shape("rim pulled", { ...place, x: pair[0].x + pair[0].width - place.width / 2 }),
    ...pair.map((column, at) => {
      const text = `${Math.round(widths[number + at] * 10) / 10} % · ${Math.round(column.width)} px`;
      const label = mw.shape("label", { x: 0, y: column.y }, text);
      mw.put(label, { x: column.x + (column.width - label.offsetWidth) / 2, y: column.y });
      return label;
    }),
  ];
};

const end = (done) => {
  const { columns, styles, widths } = pull;
  const changed = widths.some((width, at) => Math.abs(width - row.widths[at]) > 0.05);
  if (done && changed) mw.tell("resize", { row: row.id, widths });
  else columns.forEach((column, at) => (styles[at] === null ? column.removeAttribute("style") : column.setAttribute("style", styles[at])));
  const { shapes } = pull;
  pull = null;
  for (const shape of shapes) shape.remove();
  mw.draw();
};

const whilePulling = (act) => (event) => {
  if (!pull) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act(event);
};
addEventListener("mousemove", whilePulling((event) => (event.buttons & 1 ? show(event.clientX) : end(true))), true);
addEventListener("mouseup", whilePulling(() => end(true)), true);
addEventListener("keydown", whilePulling((event) => event.key === "Escape" && end(false)), true);
mw.drawers.push(drawRims);
mw.isPulling = () => pull !== null;
mw.afterMorph.push(() => pull && end(false)); // the columns may be others now
