// The button of the section under the pointer: who sees it. Python says for which section, and what stands on it.

let offer = { id: 0, text: "", icon: "" };

/** Offers a button on the section with that id; 0 takes it away. */
mw.offer = (id, text, icon) => {
  if (id === offer.id && text === offer.text) return;
  offer = { id, text, icon };
  mw.draw();
};

const drawOffer = () => {
  const section = offer.id && offer.id !== mw.selected().id ? mw.elements(offer.id)[0] : null;
  if (!section || mw.isWriting()) return [];
  const box = mw.placeOf(section);
  const made = mw.shape("offering", { x: box.x, y: box.y });
  const tag = document.createElement("span");
  tag.className = "tag offer";
  tag.innerHTML = offer.icon; // ours
  tag.append(Object.assign(document.createElement("b"), { textContent: offer.text }));
  tag.addEventListener("mousedown", (event) => {
    event.stopPropagation();
    event.preventDefault();
    if (event.button === 0) mw.tell("offer", { id: offer.id });
  });
  made.append(tag);
  const gap = 6;
  mw.put(made, { x: box.x + box.width - made.offsetWidth - gap, y: box.y + Math.min(gap, box.height / 4) });
  return [made];
};

mw.drawers.push(drawOffer);

const hover = mw.hover;
mw.hover = (element) => {
  if (!element) mw.offer(0, "", "");
  hover(element);
};
