// What is told without a network: a morning, a set, that one is taken back, the end. Each gets its own id here, so that it
// is kept once however often it is sent.

import { answer } from "../session/hurts.js";
import { kept, tell } from "./store.js";

// A moment with the zone of this phone, so that its day is known.
export function moment(at) {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, -1);
  const away = -at.getTimezoneOffset();
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return `${local}${away < 0 ? "-" : "+"}${two(away / 60)}:${two(away % 60)}`;
}

export const today = () => moment(new Date()).slice(0, 10);

// A UUID of version 7: milliseconds since 1970, and dice.
export function newId() {
  const made = crypto.getRandomValues(new Uint8Array(16));
  new DataView(made.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | BigInt((made[6] << 8) | made[7]));
  made[6] = (made[6] & 0x0f) | 0x70;
  made[8] = (made[8] & 0x3f) | 0x80;
  const text = [...made].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

// A session begins, or goes on from what the site knows to be done of it. `run` names its first set that was
// told here, so that it stays one session whatever becomes of the clock.
export const begun = (session, way, told) => ({
  session, way, day: today(), run: null, stopped: [], left: [], asked: false, ended: false,
  done: told.map(([exercise, nth, side]) => ({ exercise, nth, side })),
});

function said(bundle, now, what, fields) {
  const { seal } = bundle.sessions.find((each) => each.id === now.session)[now.way];
  return { id: newId(), what, at: moment(new Date()), day: now.day, whose: bundle.whose, seal, run: now.run, fields };
}

// Keeps a set, and answers with what the stop table that came along says to it.
export async function tellSet(bundle, now, { nth, side }, form) {
  const told = new FormData(form);
  const { csrfmiddlewaretoken, id, ...fields } = Object.fromEntries(told);
  const set = { ...said(bundle, now, "set", fields), side };
  if (id) set.id = id;
  const found = answer(bundle.parts[fields.exercise].stops, told);
  const after = structuredClone(now);
  after.run ??= set.id;
  after.done.push({ exercise: fields.exercise, nth, side, id: set.id, at: Date.now(), pain: fields.pain, reserve: fields.reserve });
  if (found?.rule) after.stopped.push(fields.exercise);
  if (found?.rule === "stop-and-ask") after.asked = true;
  await tell(set, { now: after });
  Object.assign(now, after);
  return found;
}

// Takes back the last set. It is told even where that set waits: its answer alone may have been lost.
export async function takeBack(bundle, now) {
  const after = { ...now, done: now.done.slice(0, -1) };
  await tell({ ...said(bundle, now, "undo", {}), set: now.done.at(-1).id }, { now: after });
  Object.assign(now, after);
}

// The end; what was stopped in it stays out of the sessions that follow before the site has heard of it.
export async function tellEnd(bundle, now, fields) {
  const gone = [...((await kept("gone")) ?? []), { ...now, ended: true }];
  await tell(said(bundle, now, "end", fields), { gone, now: null });
  now.ended = true;
}

// A morning. What it does to the sessions that came along is looked up in plan.js; of a day the last one counts.
export async function tellMorning(bundle, fields, id = newId()) {
  const day = today();
  const others = ((await kept("mornings")) ?? []).filter((each) => each.day !== day);
  const mornings = [...others, { day, pain: Number(fields.pain), ill: Boolean(fields.ill) }];
  await tell({ id, what: "morning", at: moment(new Date()), day, whose: bundle.whose, fields }, { mornings });
}
