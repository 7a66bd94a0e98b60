// The small word at the top: what is stored where.

import { counted, say } from "./say.js";
import { kept, keep, mayKeep, waiting } from "./store.js";

const place = () => document.querySelector("#where");

// What waits, in words: sets and mornings by name, and only where there are none of these, the rest. A set that
// was taken back does not count.
export function waits(held) {
  const back = new Set(held.map((each) => each.told.set).filter(Boolean));
  const many = (what) => held.filter((each) => each.told.what === what && !back.has(each.told.id)).length;
  const [sets, mornings] = [many("set"), many("morning")];
  if (sets && mornings) return say(place(), "both", { sets: counted("sets", sets), mornings: counted("mornings", mornings) });
  if (sets) return counted("sets-wait", sets);
  return mornings ? counted("mornings-wait", mornings) : counted("words-wait", held.length);
}

export async function tellWhere(state) {
  if (!place() || !mayKeep()) return;
  const held = await waiting();
  const refused = (await kept("refused")) ?? [];
  if (state === "nothing" && held.length === 0 && navigator.onLine && place().textContent === say(place(), "sent")) return;
  const now = held.length === 0 && state !== "sent" ? "nothing" : state;
  const words = now === "nothing" && navigator.onLine ? [] : [say(place(), now, { waits: waits(held) })];
  if (refused.length) words.push(counted("refused", refused.length, { why: refused.at(-1) }));
  place().textContent = words.join(" ");
  if (refused.length) await keep("refused", []);
}
