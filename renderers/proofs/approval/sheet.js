// Takes the answers, keeps them in this browser while they are written, and makes the file or the text to send back.
"use strict";
const { run, template, words } = JSON.parse(document.getElementById("data").textContent);
const KEPT = `mailwright-answers-${run}`;
const MARK = "MAILWRIGHT ANSWERS 1";
const fields = [...document.querySelectorAll(".answer")];
const nameField = document.getElementById("name");
const told = document.getElementById("told");
const times = {}; // when each answer was last changed
document.documentElement.classList.add("scripted");

// What the reader refuses is never written: control characters, signs that turn the direction, halves of letters.
const clean = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\p{Surrogate}/gu, "")
    .trim();
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, slot) => values[slot]);

function read(field) {
  const chosen = field.querySelector("input:checked");
  const comment = clean(field.querySelector("textarea").value);
  return { verdict: chosen ? chosen.value : comment ? "comment" : "", comment };
}

function answers() {
  return fields.flatMap((field) => {
    const { verdict, comment } = read(field);
    if (!verdict) return [];
    const created = times[field.dataset.key] || new Date().toISOString();
    return JSON.parse(field.dataset.places).map((place) => ({ place, verdict, comment, created }));
  });
}

// A CRC-32, as of zip files: it shows a damaged file, and is there in every browser.
function checksum(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ((crc ^ -1) >>> 0).toString(16).padStart(8, "0");
}

function whole() {
  const author = clean(nameField.value).replace(/\s+/g, " ");
  const saved = new Date().toISOString();
  const all = answers();
  const rows = all.map((each) => [each.place, each.verdict, each.comment, each.created]);
  const sum = checksum(JSON.stringify([run, template, author, saved, rows]));
  return { format: "mailwright-answers", version: 1, run, template, author, saved, answers: all, checksum: sum };
}

function asText(file) {
  const lines = [words.title, filled(words.name, { name: file.author }), ""];
  for (const field of fields) {
    const { verdict, comment } = read(field);
    if (!verdict) continue;
    const card = field.closest("article");
    const what = card ? `${card.querySelector(".number").textContent}. ${card.querySelector(".picture").getAttribute("aria-label")}` : words.whole;
    lines.push(`${what}: ${words[verdict]}`, ...(comment ? comment.split("\n").map((line) => `    ${line}`) : []));
  }
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const coded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return [...lines, "", words.keep, "", `--- BEGIN ${MARK} ---`, ...coded.match(/.{1,64}/g), `--- END ${MARK} ---`, ""].join("\n");
}

function ready() {
  const problem = !clean(nameField.value) ? words.no_name : !answers().length ? words.no_answer : "";
  tell(problem, true);
  if (problem) (problem === words.no_name ? nameField : fields.at(-1).querySelector("input")).focus();
  return !problem;
}

function tell(text, isProblem = false) {
  told.textContent = text;
  told.classList.toggle("problem", isProblem);
}

function save() {
  const file = whole();
  const link = document.createElement("a");
  const safe = (text) => text.normalize("NFKD").replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  link.download = [safe(template), safe(file.author.toLowerCase())].filter(Boolean).join("-") + ".mailwright-answers.json";
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  tell(filled(words.saved, { file: link.download }));
  document.getElementById("whole").scrollIntoView({ block: "nearest" });
}

async function copy() {
  const dialog = document.getElementById("text");
  const area = dialog.querySelector("textarea");
  area.value = asText(whole());
  let says = words.copied;
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    says = words.copy_yourself;
  }
  dialog.querySelector("p").textContent = says;
  dialog.showModal();
  area.select();
}

function enlarge(picture) {
  const dialog = document.getElementById("large");
  const stage = dialog.querySelector("div");
  stage.replaceChildren(...[...picture.querySelectorAll("img")].map((image) => image.cloneNode()));
  stage.style.width = `${stage.firstChild.width}px`;
  dialog.showModal();
  stage.scrollTop = 0;
}

function refresh() {
  const pictures = fields.filter((field) => field.dataset.key !== "whole");
  for (const field of fields) {
    const { verdict } = read(field);
    (field.closest(".card") || field).dataset.verdict = verdict;
  }
  const done = pictures.filter((field) => read(field).verdict).length;
  document.getElementById("progress").textContent = filled(words.progress, { done, all: pictures.length });
  document.querySelector(".progress u").style.width = `${(100 * done) / Math.max(1, pictures.length)}%`;
}

function keep() {
  const state = fields.map((field) => [field.dataset.key, field.querySelector("input:checked")?.value || "", field.querySelector("textarea").value]);
  try {
    localStorage.setItem(KEPT, JSON.stringify({ name: nameField.value, state, times }));
  } catch {
    // Private windows and some browsers keep nothing for files: the page still works.
  }
}

function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) || { name: "", state: [], times: {} };
    nameField.value = nameField.value || kept.name;
    Object.assign(times, kept.times);
    for (const [key, verdict, comment] of kept.state) {
      const field = fields.find((each) => each.dataset.key === key);
      if (!field) continue;
      for (const input of field.querySelectorAll("input")) input.checked = input.value === verdict;
      field.querySelector("textarea").value = comment;
    }
  } catch {
    // Nothing was kept, or something else was.
  }
}

function changed(field) {
  if (field) times[field.dataset.key] = new Date().toISOString();
  tell("");
  refresh();
  keep();
}

function choose(radio, on) {
  radio.checked = on;
  for (const each of radio.closest(".verdicts").querySelectorAll("input")) each.dataset.was = each.checked ? "1" : "";
  changed(radio.closest(".answer"));
}

document.addEventListener("input", (event) => changed(event.target.closest(".answer")));
document.addEventListener("click", (event) => {
  const picture = event.target.closest("div.picture");
  if (picture) return enlarge(picture);
  const action = event.target.closest("[data-do]")?.dataset.do;
  if (action === "close" || event.target.matches("dialog")) event.target.closest("dialog").close();
  else if (action && ready()) action === "save" ? save() : copy();
  // A chosen verdict is taken back with a second click, or with Delete.
  if (event.target.matches(".verdicts input")) choose(event.target, !event.target.dataset.was);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("div.picture")) enlarge(event.target);
  if (event.key === "Delete" && event.target.matches(".verdicts input")) choose(event.target, false);
});
recall();
for (const input of document.querySelectorAll(".verdicts input")) input.dataset.was = input.checked ? "1" : "";
refresh();
