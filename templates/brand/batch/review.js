// What is chosen on the sheet, kept in the browser until it is saved as a file. Nothing leaves the page by itself.
"use strict";
const questions = [...document.querySelectorAll(".question")];
const bar = document.querySelector(".bar");
const kept = `mailwright review ${location.pathname} ${document.body.dataset.total}`;

const brandOf = (question) => question.closest("[data-brand]").dataset.brand;
const entry = (question) => question.querySelector(".entry");
// A colour's entry always holds one: only what somebody picked there counts.
const given = (own) => (own.type === "color" ? "picked" in own.dataset : own.value.trim() !== "");
// Left as it is, where nothing was found that could be confirmed: settled, but no choice.
const settled = (question) => chosen(question) || "left" in question.dataset;
const open = () => questions.filter((question) => !settled(question));

function chosen(question) {
  const radio = question.querySelector("input[type=radio]:checked");
  return radio && (!("own" in radio.dataset) || given(entry(question))) ? radio : null;
}

function valueOf(question) {
  const radio = chosen(question);
  return "own" in radio.dataset ? entry(question).value.trim() : radio.value;
}

function choices() {
  const decided = questions.filter(chosen);
  return decided.map((one) => ({ brand: brandOf(one), field: one.dataset.field, value: valueOf(one) }));
}

const asText = () => JSON.stringify({ format: 1, choices: choices() }, null, 2) + "\n";

function refresh() {
  const done = questions.length - open().length;
  for (const question of questions) question.classList.toggle("done", Boolean(settled(question)));
  const said = bar.querySelector("[data-said]");
  said.textContent = said.dataset.said.replace("{done}", done).replace("{all}", questions.length);
  bar.querySelector(".track i").style.width = `${(100 * done) / questions.length}%`;
  bar.querySelector("[data-save]").disabled = bar.querySelector("[data-copy]").disabled = choices().length === 0;
  bar.querySelector("[data-next]").disabled = done === questions.length;
  try {
    localStorage.setItem(kept, asText());
  } catch {
    // A browser that keeps nothing for files: the choices live as long as the page.
  }
}

function restore() {
  let saved = [];
  try {
    saved = JSON.parse(localStorage.getItem(kept) || "{}").choices || [];
  } catch {
    return;
  }
  for (const one of saved) {
    const question = questions.find((other) => brandOf(other) === one.brand && other.dataset.field === one.field);
    if (question) choose(question, one.value);
  }
}

function choose(question, value) {
  const radios = [...question.querySelectorAll("input[type=radio]")];
  const radio = radios.find((one) => !("own" in one.dataset) && one.value === value);
  const own = radios.find((one) => "own" in one.dataset);
  if (radio) radio.checked = true;
  else if (own && value) {
    own.checked = true;
    entry(question).value = value;
    entry(question).dataset.picked = "";
  }
}

function show(question) {
  if (!question) return;
  question.scrollIntoView({ block: "center" });
  (chosen(question) || question.querySelector("input[type=radio]")).focus({ preventScroll: true });
}

function step(by) {
  const here = questions.indexOf(document.activeElement.closest(".question"));
  const order = by > 0 ? questions.slice(here + 1).concat(questions.slice(0, here + 1)) : questions.slice(0, Math.max(here, 0)).reverse();
  show(by > 0 ? order.find((question) => !settled(question)) : order[0]);
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([asText()], { type: "application/json" }));
  link.download = document.body.dataset.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  bar.querySelector(".command").hidden = false;
}

async function copy(button) {
  const before = button.textContent;
  await navigator.clipboard.writeText(asText());
  button.textContent = button.dataset.copied;
  bar.querySelector(".command").hidden = false;
  setTimeout(() => { button.textContent = before; }, 1500);
}

function keep(card) {
  for (const question of card.querySelectorAll(".question")) {
    const now = question.querySelector("[data-now]");
    if (now && !chosen(question)) now.checked = true;
    else if (!now) question.dataset.left = "";
  }
}

document.addEventListener("input", (event) => {
  if (event.target.classList.contains("entry")) {
    event.target.dataset.picked = "";
    event.target.closest(".option").querySelector("[data-own]").checked = given(event.target);
  }
  refresh();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("keep" in button.dataset) keep(button.closest(".card"));
  else if ("next" in button.dataset) step(1);
  else if ("save" in button.dataset) save();
  else if ("copy" in button.dataset) copy(button);
  refresh();
});
document.addEventListener("change", (event) => {
  if (!("own" in event.target.dataset)) return;
  const own = entry(event.target.closest(".question"));
  own.focus();
  if (own.type === "color" && navigator.userActivation?.isActive) own.showPicker?.();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(".entry[type=text]")) return;
  const by = { n: 1, p: -1 }[event.key.toLowerCase()];
  if (by) step(by);
});

if (bar) {
  bar.hidden = false;
  restore();
  refresh();
}
