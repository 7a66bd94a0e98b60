// What this device keeps, told to whoever looks: what waits, what came along, how much room it takes; and all of
// it deleted where they want that.

import { sync } from "./queue.js";
import { able, allow, kept, mayKeep, waiting, wipe } from "./store.js";
import { waits } from "./word.js";

const place = document.querySelector("#kept");
const part = (name) => place.querySelector(`[data-part=${name}]`);
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];
const STEP = 1000;

function size(bytes) {
  let at = 0;
  for (; bytes >= STEP && at < UNITS.length - 1; at += 1) bytes /= STEP;
  return new Intl.NumberFormat("en-GB", { style: "unit", unit: UNITS[at], maximumFractionDigits: bytes < 10 ? 1 : 0 }).format(bytes);
}

const day = (said) => new Date(said).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });

async function cached(wanted) {
  const names = (await caches.keys()).filter((name) => name.startsWith("gradus-") && (name === "gradus-pictures") === wanted);
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))).reduce((all, each) => all + each, 0);
}

async function show() {
  place.hidden = false;
  part("off").hidden = mayKeep();
  part("on").hidden = !mayKeep();
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  part("room").textContent = quota ? `About ${size(usage)} in all; this browser would give ${size(quota)}.` : "This browser does not say how much.";
  if (!mayKeep()) return;
  const held = await waiting();
  part("waits").textContent = held.length ? `${waits(held)}, and ${held.length === 1 ? "is" : "are"} sent when there is a network.` : "Nothing waits to be sent.";
  const bundle = await kept("bundle");
  const last = bundle?.sessions.flatMap((each) => each.days).sort().at(-1);
  part("sessions").textContent = last ? `${bundle.sessions.map((each) => each.title).join("; ")}. For the days up to ${day(last)}.` : "No session.";
  part("files").textContent = `${await cached(true)} pictures of exercises, and ${await cached(false)} files of the pages that need no network.`;
  const safe = await navigator.storage?.persisted?.();
  part("safe").textContent = safe ? "This browser clears it only when you do." : "This browser may clear it by itself when the device runs full. What you told is safe once it was sent.";
  part("ask").hidden = safe !== false || !navigator.storage.persist;
}

// Deletes everything that a script of this site keeps here, and keeps nothing more until it is allowed again.
async function clear() {
  await sync();
  const left = (await waiting()).length;
  if (left > 0 && !confirm(`${left} of what you told wait on this phone and have not reached the site. Delete them?`)) return show();
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
