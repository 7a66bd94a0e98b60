// Small parts that the clocks are made of.

import { say as saysOf } from "../offline/say.js";

export const say = (name, told) => saysOf(document.querySelector("#said"), name, told);

export const words = (s) => (s >= 60 ? `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}` : say("seconds", { s }));

export function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

export function bar(most, label) {
  const made = document.createElement("progress");
  made.max = most;
  made.value = 0;
  made.setAttribute("aria-label", label);
  return made;
}

// Calls again and again as long as the part is on the page.
export function every(ms, part, show) {
  const ticking = setInterval(() => (part.isConnected ? show() : clearInterval(ticking)), ms);
  return ticking;
}
