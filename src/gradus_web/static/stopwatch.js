// A stopwatch for tests that take seconds; it goes by wall time, and writes what it shows into the result.

const clock = document.querySelector(".clock");
const field = document.querySelector("input[name=value]");
const shown = document.createElement("span");
shown.className = "t";
shown.setAttribute("role", "timer");
shown.textContent = "0 s";
const button = document.createElement("button");
button.type = "button";
button.className = "button";
button.textContent = "Start the stopwatch";
let begun = null;
let ticking;
button.addEventListener("click", () => {
  if (begun === null) {
    begun = Date.now();
    button.textContent = "Stop";
    ticking = setInterval(() => { shown.textContent = `${Math.floor((Date.now() - begun) / 1000)} s`; }, 200);
  } else {
    clearInterval(ticking);
    field.value = Math.floor((Date.now() - begun) / 1000);
    begun = null;
    button.textContent = "Start the stopwatch";
  }
});
clock.append(shown, button);
clock.hidden = false;
