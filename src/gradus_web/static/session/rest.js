// Rest: until a moment on the wall clock, so that it survives a locked screen and a reload; moved by fifteen
// seconds at a tap.

import { button, element, every, say, words } from "./parts.js";
import { signal } from "./signals.js";

const KEY = "gradus-rest";

// How far the rest after this set was moved, in milliseconds; that of another set is forgotten.
function moved(set) {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  return kept.set === set ? kept.by : 0;
}

export function rest(root) {
  const place = root.querySelector(".restclock");
  if (!place) return;
  const { set, until } = place.dataset;
  let by = moved(set);
  const left = element("span", "left");
  const line = element("span", "actions");
  const move = (seconds) => {
    by += seconds * 1000;
    localStorage.setItem(KEY, JSON.stringify({ set, by }));
    show();
  };
  line.append(button(say("shorter"), () => move(-15)), button(say("longer"), () => move(15)));
  place.replaceChildren(say("rest"), left, line);
  let told = seconds() <= 0;
  function seconds() {
    return Math.ceil((Date.parse(until) + by - Date.now()) / 1000);
  }
  function show() {
    left.textContent = seconds() > 0 ? words(seconds()) : say("ready");
    if (seconds() <= 0 && !told) signal(say("rest-over"));
    told = seconds() <= 0;
  }
  show();
  every(250, place, show);
}
