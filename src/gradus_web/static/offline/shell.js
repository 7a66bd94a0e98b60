// The guided session without a network, from what came along. It goes on where it was when the page was closed.

import "../session/awake.js";
import { beat } from "../session/beat.js";
import { hold } from "../session/hold.js";
import { hurts } from "../session/hurts.js";
import { rest } from "../session/rest.js";
import { switches } from "../session/signals.js";
import { steppers } from "../stepper.js";
import { button } from "../session/parts.js";
import { refresh, sendAll } from "./carry.js";
import { fill, rows } from "./fill.js";
import { items, next, steps, ways } from "./plan.js";
import { counted, day, say } from "./say.js";
import { can, keep, kept } from "./store.js";
import { begun, newId, takeBack, tellEnd, tellMorning, tellSet, today } from "./telling.js";

const place = document.querySelector("#shown");
const count = document.querySelector(".count");
let bundle;
let now;
let gone;
let woke;
let at;

const session = () => bundle.sessions.find((each) => each.id === now.session);
const words = (part, text) => { place.querySelector(part).textContent = text; };

function turn(name) {
  place.replaceChildren(document.querySelector(`#${name}`).content.cloneNode(true));
  document.body.className = "";
  count.textContent = "";
  scrollTo(0, 0);
}

function on(part, what, act) {
  for (const each of place.querySelectorAll(part)) each.addEventListener(what, (event) => { event.preventDefault(); act(event); });
}

async function show() {
  if (now) return step();
  const found = bundle && next(bundle, gone, today());
  if (!found) return nothing(why());
  const left = ways(found, woke, today());
  if (!left.usual && !left.low) return nothing(left.says);
  turn("choose");
  words(".title", found.title);
  words(".why", left.says ?? "");
  place.querySelector(".flare").hidden = !left.flare;
  const fresh = begun(found.id, left.usual ?? left.low, []);
  place.querySelector(".exercises").replaceChildren(...rows(items(found, fresh, gone), fresh));
  for (const each of place.querySelectorAll("[data-way]")) each.hidden = !left[each.dataset.way];
  morning();
  on("[data-way]", "click", async (event) => {
    now = begun(found.id, left[event.currentTarget.dataset.way], []);
    await keep("now", now);
    show();
  });
}

function why() {
  if (gone.some((each) => each.asked)) return say(place, "asked");
  const soon = bundle?.sessions[gone.length]?.days.find((day) => day > today());
  if (!soon) return bundle?.why ?? "";
  return say(place, "soon", { day: day(soon) });
}

function nothing(says) {
  turn("nothing");
  words(".why", says);
  if (bundle) morning();
}

// This morning, asked or told. What it does to the session is seen at once.
function morning(again = false) {
  const told = woke.find((each) => each.day === today());
  const name = !again && (told || bundle.woke && bundle.day === today()) ? "woke" : "morning";
  place.querySelector(".asks").replaceChildren(document.querySelector(`#${name}`).content.cloneNode(true));
  if (name === "woke") words(".woke span", told ? say(place, told.ill ? "woke-ill" : "woke", told) : say(place, "is-told"));
  on("[data-do=again]", "click", () => morning(true));
  on("form.morning", "submit", woken);
  if (location.hash === "#morning") place.querySelector(".asks").scrollIntoView();
}

async function woken({ target, submitter }) {
  if (submitter?.name !== "pain") return;
  await tellMorning(bundle, Object.fromEntries(new FormData(target, submitter)));
  woke = await kept("mornings");
  await show();
  if ((await sendAll()) !== "sent" || now) return;
  await refresh();
  await load();
  await show();
}

function step() {
  const all = items(session(), now, gone);
  const left = steps(all, now);
  const found = left.find((each) => each.item.exercise === at) ?? left[0];
  if (!found || now.asked) return end();
  const part = bundle.parts[found.item.exercise];
  document.body.className = "training";
  place.innerHTML = part.html;
  scrollTo(0, 0);
  count.textContent = say(place, "count", { nth: all.indexOf(found.item) + 1, all: all.length });
  fill(place, found, now, all, newId());
  for (const make of [steppers, rest, hold, beat, hurts, switches]) make(place);
  const own = now.done.at(-1)?.id;
  place.querySelector(".aside").replaceChildren(...(own ? [button(say(place, "undo"), async () => { await takeBack(bundle, now); show(); sendAll(); })] : []));
  on(".log, .hurts form", "submit", (event) => tell(found, event.target));
  on("[data-do=leave]", "click", async () => { now.left.push(found.item.exercise); await keep("now", now); show(); });
  on("[data-do=end]", "click", end);
  on("[data-at]", "click", (event) => { at = event.currentTarget.dataset.at; show(); });
  place.querySelector("#said").textContent = say(place, "now", { name: found.item.name, nth: found.nth, of: found.item.sets });
}

async function tell(found, form) {
  form.querySelector("button:not([type])").disabled = true;
  const answer = await tellSet(bundle, now, found, form);
  sendAll();
  if (!answer?.rule) return show();
  turn("stop");
  words("h1", say(place, answer.rule === "stop-and-ask" ? "stop-session" : "stop-exercise"));
  words(".says", answer.says);
  place.querySelector(".netplace").innerHTML = bundle.net;
  if (now.asked) place.querySelector("[data-do=on]").remove();
  on("[data-do=on]", "click", show);
  on("[data-do=end]", "click", end);
  document.querySelector("#main").focus();
}

async function end() {
  if (now.done.length === 0) {
    now = null;
    await keep("now", null);
    return show();
  }
  turn("end");
  const all = session()[now.way].items;
  place.querySelector(".exercises").replaceChildren(...rows(all, now));
  if (steps(items(session(), now, gone), now).length === 0 || now.asked) place.querySelector("[data-do=on]").remove();
  on("[data-do=on]", "click", step);
  on(".end", "submit", async (event) => {
    await tellEnd(bundle, now, Object.fromEntries(new FormData(event.target, event.submitter)));
    gone = [...gone, now];
    turn("done");
    place.querySelector(".exercises").replaceChildren(...rows(all, now));
    const after = bundle.sessions[gone.length];
    words(".next", now.asked ? say(place, "asked") : after ? counted("later", after.after) : say(place, "no-more"));
    now = null;
    sent(await sendAll());
  });
}

// All is on the site again: the next sessions come anew.
function sent(state) {
  if (state === "sent" && !now) refresh().catch(() => {});
}

async function load() {
  bundle = await kept("bundle");
  gone = (await kept("gone")) ?? [];
  woke = (await kept("mornings")) ?? [];
}

if (can) {
  document.documentElement.dataset.looks = (await kept("looks")) ?? "auto";
  await load();
  now = await kept("now");
  const told = await kept("told");
  if (now && now.day !== today() && Date.now() - (now.done.at(-1)?.at ?? 0) > 6 * 3600000) {
    gone = [...gone, now];
    now = null;
    await keep("gone", gone);
    await keep("now", null);
  }
  if (!now && gone.length === 0 && told?.day === today() && told.sets.length > 0 && bundle?.sessions[0]) now = begun(bundle.sessions[0].id, "usual", told.sets);
  await show();
}
