// What this device keeps, told to whoever looks: what waits, what came along, how much room it takes; and all of
// it deleted where they want that.

import { sync } from "./queue.js";
import { day, measured, say } from "./say.js";
import { able, allow, kept, mayKeep, waiting, wipe } from "./store.js";
import { waits } from "./word.js";

const place = document.querySelector("#kept");
const part = (name) => place.querySelector(`[data-part=${name}]`);
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];
const STEP = 1000;

function size(bytes) {
  let at = 0;
  for (; bytes >= STEP && at < UNITS.length - 1; at += 1) bytes /= STEP;
  return measured(bytes, UNITS[at], bytes < 10 ? 1 : 0);
}

async function cached(wanted) {
  const names = (await caches.keys()).filter((name) => name.startsWith("gradus-") && (name === "gradus-pictures") === wanted);
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((all, each) => all + each, 0);
}

async function show() {
  place.hidden = false;
  part("off").hidden = mayKeep();
  part("on").hidden = !mayKeep();
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  part("room").textContent = quota ? say(place, "room", { usage: size(usage), quota: size(quota) }) : say(place, "no-room");
  if (!mayKeep()) return;
  const held = await waiting();
  part("waits").textContent = held.length ? say(place, "waits", { waits: waits(held) }) : say(place, "nothing");
  const bundle = await kept("bundle");
  const last = bundle?.sessions.flatMap((each) => each.days).sort().at(-1);
  part("sessions").textContent = last ? say(place, "sessions", { titles: bundle.sessions.map((each) => each.title).join("; "), day: day(last) }) : say(place, "no-session");
  part("files").textContent = say(place, "files", { pictures: await cached(true), files: await cached(false) });
  const safe = await navigator.storage?.persisted?.();
  part("safe").textContent = say(place, safe ? "safe" : "unsafe");
  part("ask").hidden = safe !== false || !navigator.storage.persist;
}

// Deletes everything that a script of this site keeps here, and keeps nothing more until it is allowed again.
async function clear() {
  await sync();
  const left = (await waiting()).length;
  if (left > 0 && !confirm(say(place, "sure", { left }))) return show();
  allow(false);
  await wipe();
  for (const name of await caches.keys()) if (name.startsWith("gradus-")) await caches.delete(name);
  for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
  document.querySelector("#where").textContent = "";
  return show();
}

if (able) {
  const acts = {
    clear,
    allow: () => { allow(true); location.reload(); },
    persist: async () => { await navigator.storage.persist(); await show(); },
  };
  for (const each of place.querySelectorAll("[data-do]")) each.addEventListener("click", acts[each.dataset.do]);
  document.querySelector("#unable").hidden = true;
  await show();
}
