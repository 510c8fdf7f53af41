// Which component of the template an element of the mail comes from: its class `mw-n-<id>`. A component in a loop is
// there as often as the loop runs. A mail may hold such classes of its own, so Python believes none of these numbers.

const MARK = /(?:^|\s)mw-n-(\d{1,9})(?=\s|$)/;

/** The id that an element is marked with; 0 when it is not. */
mw.idOf = (element) => {
  const found = MARK.exec(element.getAttribute?.("class") ?? "");
  return found ? Number(found[1]) : 0;
};

/** The innermost marked element that holds `node`, or null. */
mw.marked = (node) => {
  let element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  while (element && !mw.idOf(element)) element = element.parentElement;
  return element ?? null;
};

/** Every element that shows the component of that id, in the order of the mail. */
mw.elements = (id) =>
  id ? [...document.getElementsByClassName(`mw-n-${id}`)].filter((element) => mw.idOf(element) === id) : [];

/** Which of the elements of its component this one is, from 0. */
mw.turn = (element) => Math.max(0, mw.elements(mw.idOf(element)).indexOf(element));
