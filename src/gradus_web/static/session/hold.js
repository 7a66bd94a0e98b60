// Work by the clock: a lead-in of five seconds, then the seconds of the set. What was held stands in the field.

import { bar, button, element, every, say, words } from "./parts.js";
import { beep, signal } from "./signals.js";

const LEAD_IN = 5;
const LAST = 3;

export function hold(root) {
  const now = root.querySelector(".now");
  const place = root.querySelector(".clock");
  if (!place || now?.dataset.kind !== "time") return;
  const amount = Number(now.dataset.amount);
  const field = root.querySelector(".log input[name=amount]");
  const shown = element("span", "t", words(amount));
  shown.setAttribute("role", "timer");
  const done = bar(amount, say("time"));
  const line = element("p", "actions");
  let begun = null;
  let last = null;
  let ticking;
  const begin = button(say("start"), () => {
    if (begun !== null) return finish(Math.max(0, Math.floor((Date.now() - begun) / 1000)));
    begun = Date.now() + LEAD_IN * 1000;
    begin.textContent = say("stop");
    ticking = every(200, place, show);
    show();
  });
  function finish(seconds) {
    clearInterval(ticking);
    begun = null;
    field.value = seconds;
    done.value = 0;
    begin.textContent = say("start");
    shown.textContent = seconds < amount ? words(amount) : say("done");
  }
  function show() {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    if (seconds === last) return;
    last = seconds;
    if (seconds < 0) { shown.textContent = say("in", { s: -seconds }); return beep(440); }
    if (seconds >= amount) { signal(say("over"), 990); return finish(amount); }
    if (seconds === 0) signal(say("go"));
    else if (amount - seconds <= LAST) beep(520);
    else if (seconds === Math.floor(amount / 2)) signal(say("half"), 520);
    done.value = seconds;
    shown.textContent = words(amount - seconds);
  }
  line.append(begin);
  place.append(shown, done, line);
  place.hidden = false;
}
