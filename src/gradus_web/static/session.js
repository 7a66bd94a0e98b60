// Clocks of the guided session. They go by wall time, so that they survive a locked screen and a reload.
// No rule stands here: what is asked for, and when to stop, comes with the page.

const now = document.querySelector(".now");
const settings = JSON.parse(localStorage.getItem("gradus-clock") ?? '{"sound":true,"buzz":true}');
let sounds;

function beep(pitch = 660, length = 0.12) {
  if (!settings.sound || !sounds) return;
  const tone = sounds.createOscillator();
  const volume = sounds.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.16, sounds.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, sounds.currentTime + length);
  tone.connect(volume).connect(sounds.destination);
  tone.start();
  tone.stop(sounds.currentTime + length);
}
function signal(pitch) {
  beep(pitch);
  if (settings.buzz && navigator.vibrate) navigator.vibrate(120);
}
addEventListener("pointerdown", () => { sounds ??= new AudioContext(); sounds.resume(); });

// The screen stays on while the session is open.
async function stayOn() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* not allowed now; asked again when visible */ }
}
document.addEventListener("visibilitychange", () => { if (!document.hidden) stayOn(); });
stayOn();

const words = (s) => (s >= 60 ? `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}` : `${s} s`);
function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

// Rest: until a moment on the wall clock, moved by fifteen seconds at a tap.
const rest = document.querySelector(".restclock");
if (rest) {
  const key = `gradus-rest-${rest.dataset.set}`;
  let until = Number(localStorage.getItem(key)) || Date.parse(rest.dataset.until);
  const left = document.createElement("span");
  left.className = "left";
  const line = document.createElement("p");
  line.className = "actions";
  const move = (by) => { until += by * 1000; localStorage.setItem(key, until); show(); };
  line.append(button("−15 s", () => move(-15)), button("+15 s", () => move(15)));
  rest.replaceChildren("Rest", left, line);
  let told = false;
  function show() {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    left.textContent = seconds > 0 ? words(seconds) : "ready";
    if (seconds <= 0 && !told) { told = true; signal(880); }
    if (seconds > 0) told = false;
  }
  show();
  setInterval(show, 250);
}

// Work: a lead-in of five seconds, then the seconds of the set; or the beat of a tempo.
const clock = document.querySelector(".clock");
const LEAD_IN = 5;
if (clock && now?.dataset.kind === "time") {
  const amount = Number(now.dataset.amount);
  const field = document.querySelector(".log input[name=amount]");
  const shown = document.createElement("span");
  shown.className = "t";
  shown.setAttribute("role", "timer");
  const bar = document.createElement("progress");
  bar.max = amount;
  bar.value = 0;
  bar.setAttribute("aria-label", "time done");
  const line = document.createElement("p");
  line.className = "actions";
  let begun = null;
  let last = null;
  let ticking;
  const begin = button("Start the clock", () => {
    if (begun === null) {
      begun = Date.now() + LEAD_IN * 1000;
      begin.textContent = "Stop here";
      ticking = setInterval(show, 200);
      show();
    } else {
      const done = Math.max(0, Math.floor((Date.now() - begun) / 1000));
      field.value = Math.min(done, 100000);
      finish();
    }
  });
  function finish() {
    clearInterval(ticking);
    begun = null;
    begin.textContent = "Start the clock";
    bar.value = 0;
    shown.textContent = words(amount);
  }
  function show() {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    if (seconds === last) return;
    last = seconds;
    if (seconds < 0) { shown.textContent = `in ${-seconds}`; beep(440); return; }
    if (seconds === 0) signal(880);
    bar.value = Math.min(seconds, amount);
    shown.textContent = words(Math.max(0, amount - seconds));
    if (amount - seconds <= 3 && amount > seconds) beep(520);
    if (seconds >= amount) { signal(990); field.value = amount; finish(); shown.textContent = "done"; }
  }
  shown.textContent = words(amount);
  line.append(begin);
  clock.append(shown, bar, line);
  clock.hidden = false;
}
// Repetitions counted out: the beats come with the page.
const beats = JSON.parse(document.querySelector("#beats")?.textContent ?? "[]");
const PITCH = { ready: 330, move: 660, hold: 440, rest: 392 };
if (clock && beats.length > 0) {
  const shown = document.createElement("span");
  shown.className = "t";
  const words_ = document.createElement("p");
  words_.className = "beat";
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", "this beat");
  const line = document.createElement("p");
  line.className = "actions";
  const end = beats.at(-1).at + beats.at(-1).s;
  let begun = null;
  let ticking;
  let last = -1;
  const begin = button("Count me through", () => { if (begun === null) start(); else stop(); });
  const shows = (on) => { for (const part of [shown, bar, words_]) part.hidden = !on; };
  function start() {
    shows(true);
    begun = Date.now();
    last = -1;
    begin.textContent = "Stop counting";
    ticking = setInterval(show, 80);
  }
  function stop() {
    clearInterval(ticking);
    begun = null;
    shows(false);
    begin.textContent = "Count me through";
  }
  function show() {
    const at = (Date.now() - begun) / 1000;
    if (at >= end) { signal(990); shown.textContent = "done"; stop(); shown.hidden = false; return; }
    const nth = beats.findLastIndex((each) => each.at <= at);
    const beat = beats[nth];
    bar.value = (at - beat.at) / beat.s;
    if (nth === last) return;
    last = nth;
    beep(PITCH[beat.what] ?? 660, 0.09);
    shown.textContent = beat.what === "ready" ? "ready" : `${beat.n}`;
    words_.textContent = beat.what === "hold" ? `hold ${words(Math.round(beat.s))}` : beat.says;
  }
  line.append(begin);
  shows(false);
  clock.append(shown, bar, words_, line);
  clock.hidden = false;
}
if (clock && !clock.hidden) {
  const line = document.createElement("p");
  line.className = "toggles";
  for (const [name, text] of [["sound", "sound"], ["buzz", "vibration"]]) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = settings[name];
    box.addEventListener("change", () => { settings[name] = box.checked; localStorage.setItem("gradus-clock", JSON.stringify(settings)); });
    const span = document.createElement("span");
    span.textContent = text;
    label.append(box, span);
    line.append(label);
  }
  clock.append(line);
}
