// What this phone keeps for times without a network, encrypted under a key that it cannot give away.

const NAME = "gradus";
const KEY = "key";
const NOT_HERE = "gradus-keeps-nothing";
let opening;

function database() {
  opening ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      for (const store of [KEY, "kept"]) asked.result.createObjectStore(store);
      asked.result.createObjectStore("queue", { autoIncrement: true });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => { asked.result.close(); opening = undefined; };
      done(asked.result);
    };
    asked.onerror = () => fail(asked.error);
  });
  return opening;
}

// One act on some stores; what it found once the whole of it is on the disk.
async function on(stores, mode, act) {
  const all = (await database()).transaction(stores, mode, { durability: "strict" });
  return new Promise((done, fail) => {
    const asked = act(...[stores].flat().map((name) => all.objectStore(name)));
    all.oncomplete = () => done(asked?.result);
    all.onerror = all.onabort = () => fail(all.error);
  });
}

// Two pages that begin at once agree on the key of the one that came first.
async function key() {
  const known = await on(KEY, "readonly", (store) => store.get(KEY));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await on(KEY, "readwrite", (store) => store.add(made, KEY)).catch(() => {});
  return on(KEY, "readonly", (store) => store.get(KEY));
}

async function closed(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, text: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), text) };
}

async function open({ iv, text }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), text)));
}

export async function keep(name, value) {
  const made = await closed(value);
  await on("kept", "readwrite", (store) => store.put(made, name));
}

export async function kept(name) {
  const found = await on("kept", "readonly", (store) => store.get(name));
  return found ? open(found) : null;
}

// What is told, and how things stand after it: a page that is killed leaves both here, or neither.
export async function tell(value, after) {
  const told = await closed(value);
  const stands = await Promise.all(Object.entries(after).map(async ([name, each]) => [name, await closed(each)]));
  await on(["queue", "kept"], "readwrite", (queue, store) => {
    for (const [name, each] of stands) store.put(each, name);
    return queue.add(told);
  });
}

// What waits to be sent, in the order in which it was told, each with its place.
export async function waiting() {
  const keys = await on("queue", "readonly", (store) => store.getAllKeys());
  const found = await Promise.all(keys.map((place) => on("queue", "readonly", (store) => store.get(place))));
  return Promise.all(found.flatMap((each, nth) => (each ? [open(each).then((told) => ({ place: keys[nth], told }))] : [])));
}

export async function drop(place) {
  await on("queue", "readwrite", (store) => store.delete(place));
}

// Nothing is left: the key goes too, and what the clocks and sounds of a session remember.
export async function wipe() {
  (await database()).close();
  opening = undefined;
  for (const name of Object.keys(localStorage)) if (name.startsWith("gradus-") && name !== NOT_HERE) localStorage.removeItem(name);
  await new Promise((done) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onerror = asked.onblocked = done;
  });
  await caches.delete("gradus-pictures");
}

// Whether this browser can keep anything; a browser that is told to keep no cookies gives no storage either.
function ableTo() {
  try {
    return Boolean(globalThis.isSecureContext && globalThis.indexedDB && globalThis.caches && navigator.serviceWorker && localStorage);
  } catch {
    return false;
  }
}

export const able = ableTo();

// Whether the person lets this device keep anything; they do until they say otherwise.
export const mayKeep = () => localStorage.getItem(NOT_HERE) === null;

export function allow(may) {
  if (may) localStorage.removeItem(NOT_HERE);
  else localStorage.setItem(NOT_HERE, "yes");
}

export const can = able && mayKeep();
