// The enlarged view. Without scripts the page still works: the pictures scroll in their frames.
"use strict";
const box = document.getElementById("lightbox");
const [subject, title] = box.querySelectorAll(".bar b, .bar span");
let current = 0;

const shots = () => [...document.querySelectorAll("a.shot")].filter((shot) => shot.offsetParent !== null);

function show(index) {
  const all = shots();
  current = (index + all.length) % all.length;
  const card = all[current].closest(".card");
  const picture = box.querySelector(".stage img");
  picture.src = all[current].querySelector("img").src;
  picture.alt = card.querySelector("h3").textContent;
  subject.textContent = card.querySelector(".subject").textContent;
  title.textContent = picture.alt;
  box.classList.toggle("narrow", all[current].parentElement.classList.contains("mobile"));
  if (!box.open) box.showModal();
  box.querySelector(".stage").scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const shot = event.target.closest("a.shot");
  if (!shot) return;
  event.preventDefault();
  show(shots().indexOf(shot));
});
box.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]");
  if (step) show(current + Number(step.dataset.step));
  else if (event.target.closest("[data-close]") || !event.target.closest(".bar, .stage img")) box.close();
});
box.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) show(current + step);
});
