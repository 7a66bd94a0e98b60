// A stopwatch for tests that take seconds; it goes by wall time, and writes what it shows into the result. Its
// words stand in the page.

import { say } from "./offline/say.js";

const clock = document.querySelector(".clock");
const field = document.querySelector("input[name=value]");
const shown = document.createElement("span");
shown.className = "t";
shown.setAttribute("role", "timer");
const seconds = (s) => say(clock, "seconds", { s });
shown.textContent = seconds(0);
const button = document.createElement("button");
button.type = "button";
button.className = "button";
button.textContent = say(clock, "start");
let begun = null;
let ticking;
button.addEventListener("click", () => {
  if (begun === null) {
    begun = Date.now();
    button.textContent = say(clock, "stop");
    ticking = setInterval(() => { shown.textContent = seconds(Math.floor((Date.now() - begun) / 1000)); }, 200);
  } else {
    clearInterval(ticking);
    field.value = Math.floor((Date.now() - begun) / 1000);
    begun = null;
    button.textContent = say(clock, "start");
  }
});
clock.append(shown, button);
clock.hidden = false;
