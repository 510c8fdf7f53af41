// An empty column is as high as nothing. Here it gets a place that can be seen, clicked and dropped on: as high as the
// section around it, drawn above the mail, whose layout stays as it is.

let empty = { columns: [], text: "" };

/** The ids of the columns that hold nothing, and what to write on their places. */
mw.empties = (given) => {
  empty = given;
  mw.draw();
};

const plainRect = mw.rectOf;
mw.rectOf = (element) => {
  const own = plainRect(element);
  if (own.height > 12 || !empty.columns.includes(mw.idOf(element))) return own;
  const around = mw.marked(element.parentElement);
  const outer = around ? plainRect(around) : own;
  return new DOMRect(own.left, outer.top, own.width, Math.max(24, outer.height));
};

const drawSpots = () =>
  empty.columns.flatMap((id) =>
    mw.elements(id).map((column, turn) => {
      const made = mw.shape("spot", mw.placeOf(column), empty.text);
      made.addEventListener("mousedown", (event) => {
        event.stopPropagation();
        event.preventDefault();
        if (event.button === 0) mw.tell("click", { id, turn, alt: event.altKey });
      });
      made.addEventListener("mouseenter", () => mw.hover(column));
      return made;
    }),
  );

mw.drawers.unshift(drawSpots);
