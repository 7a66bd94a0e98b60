// Which of the sessions that came along is next, and which set of it. Nothing is decided here but to leave out:
// the days, the doses and what stops were decided by the site.

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

// The session that may be done today; null where none may.
export function next(bundle, gone, day) {
  const session = bundle.sessions[gone.length];
  if (!session || !session.days.includes(day) || gone.some((each) => each.asked)) return null;
  const last = gone.at(-1);
  return last && days(last.day, day) < session.after ? null : session;
}

// In which ways a session may be done after the mornings that wait: as the site answered beforehand for the worst
// of them. Where no answer came along, the lower one alone.
export function ways(session, woke, day) {
  if (woke.length === 0) return { usual: "usual", low: "low" };
  if (!session.mornings) return { usual: null, low: "low" };
  if (woke.some((each) => each.day === day && each.ill)) return session.mornings.ill;
  return session.mornings.by_pain[Math.max(...woke.map((each) => each.pain))];
}

// The exercises of a session, without those that were stopped or left out.
export function items(session, now, gone) {
  const out = new Set([...now.stopped, ...now.left, ...gone.flatMap((each) => each.stopped)]);
  return session[now.way].items.filter((item) => !out.has(item.exercise));
}

// The sets still to be done, in order, sides by turns.
export function steps(open, now) {
  const done = new Set(now.done.map(({ exercise, nth, side }) => `${exercise} ${nth} ${side}`));
  const every = open.flatMap((item) => Array.from({ length: item.sets }, (_, nth) => item.sides.map((side) => ({ item, nth: nth + 1, side }))).flat());
  return every.filter(({ item, nth, side }) => !done.has(`${item.exercise} ${nth} ${side}`));
}
