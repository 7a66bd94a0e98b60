// What was told without a network goes to the site, in order, until the site has said of each what became of it.

import { drop, keep, kept, waiting } from "./store.js";
import { moment } from "./telling.js";

const ADDRESS = "/offline/told";
const AT_ONCE = 50;
const PATIENCE_MS = 10000;

const ask = (how) => fetch(ADDRESS, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS), ...how });

// Sends what waits: "nothing" waited, all is "sent", or it waits on: "offline", "signed-out", of "another".
export function sync() {
  return navigator.locks.request("gradus-sync", send);
}

async function send() {
  if ((await waiting()).length === 0) return "nothing";
  try {
    const hello = await ask({});
    if (hello.type === "opaqueredirect") return "signed-out";
    if (!hello.ok) return "offline";
    const { whose, csrf } = await hello.json();
    for (;;) {
      const batch = (await waiting()).filter((each) => each.told.whose === whose).slice(0, AT_ONCE);
      if (batch.length === 0) return (await waiting()).length === 0 ? "sent" : "another";
      if (!(await post(batch, whose, csrf))) return "offline";
    }
  } catch {
    return "offline";
  }
}

// Many sets come with one seal, and a seal is long: each is sent once.
async function post(batch, whose, csrf) {
  const seals = [...new Set(batch.map((each) => each.told.seal))];
  const told = batch.map((each) => ({ ...each.told, seal: seals.indexOf(each.told.seal) }));
  const body = JSON.stringify({ whose, sent_at: moment(new Date()), seals, told });
  const answer = await ask({ method: "POST", body, headers: { "Content-Type": "application/json", "X-CSRFToken": csrf } });
  if (!answer.ok) return false;
  const { verdicts } = await answer.json();
  for (const [nth, { verdict, says }] of verdicts.entries()) {
    if (verdict === "refused") await keep("refused", [...((await kept("refused")) ?? []), says]);
    await drop(batch[nth].place);
  }
  return verdicts.length === batch.length;
}
