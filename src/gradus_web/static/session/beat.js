// Repetitions counted out: the beats come with the page.

import { bar, button, element, every, say, words } from "./parts.js";
import { cue, signal } from "./signals.js";

const PITCH = { ready: 330, move: 660, hold: 440, rest: 392 };

export function beat(root) {
  const beats = JSON.parse(root.querySelector("#beats")?.textContent ?? "[]");
  const place = root.querySelector(".clock");
  if (!place || beats.length === 0) return;
  const shown = element("span", "t");
  const says = element("p", "beat");
  const done = bar(1, say("beat"));
  const line = element("p", "actions");
  const end = beats.at(-1).at + beats.at(-1).s;
  let begun = null;
  let ticking;
  let last = -1;
  const begin = button(say("count"), () => (begun === null ? start() : stop()));
  const shows = (on) => { for (const part of [shown, done, says]) part.hidden = !on; };
  function start() {
    shows(true);
    begun = Date.now();
    last = -1;
    begin.textContent = say("count-no-more");
    ticking = every(80, place, show);
  }
  function stop() {
    clearInterval(ticking);
    begun = null;
    shows(false);
    begin.textContent = say("count");
  }
  function show() {
    const at = (Date.now() - begun) / 1000;
    if (at >= end) { signal(say("over"), 990); shown.textContent = say("done"); stop(); shown.hidden = false; return; }
    const nth = beats.findLastIndex((each) => each.at <= at);
    const now = beats[nth];
    done.value = (at - now.at) / now.s;
    if (nth === last) return;
    const begins = nth === 0 || beats[nth - 1].n !== now.n;
    last = nth;
    cue(spoken(now, begins), PITCH[now.what] ?? 660, 0.09);
    shown.textContent = now.what === "ready" ? say("ready") : `${now.n}`;
    says.textContent = now.what === "hold" ? say("hold-for", { time: words(Math.round(now.s)) }) : now.says;
  }
  line.append(begin);
  shows(false);
  place.append(shown, done, says, line);
  place.hidden = false;
}

// A voice counts, and says when to hold; the rest it leaves to the sounds.
function spoken(now, begins) {
  if (now.what === "ready") return say("get-ready");
  if (now.what === "hold") return say("hold");
  return begins ? `${now.n}` : "";
}
