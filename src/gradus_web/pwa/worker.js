// Answers when there is no network: with the pages that need none, their files, and pictures of exercises. It
// keeps no page that tells of a person; what does is on the phone under a key, and the page itself reads it.
// A new version of it takes over at once and touches no open page: what runs there goes on with what it has.

const PICTURES = "gradus-pictures";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(`gradus-${VERSION}`).then((cache) => cache.addAll([...PAGES, ...FILES])));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("gradus-") && name !== `gradus-${VERSION}` && name !== PICTURES;
  const gone = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(gone().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => alone(pathname)));
  else if (pathname.startsWith("/static/") || pathname.startsWith("/learn/pictures/")) event.respondWith(kept(request));
});

// A push brings no words: these came with the worker, the same for everybody, and say nothing of why.
addEventListener("push", (event) => {
  event.waitUntil(registration.showNotification(REMINDER, { tag: "reminder" }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(opened());
});

async function opened() {
  const [page] = await clients.matchAll({ type: "window" });
  return page ? page.focus() : clients.openWindow("/today");
}

// A page without a network; a form that was sent leads there. The morning has its place on it.
async function alone(pathname) {
  if (PAGES.includes(pathname)) return (await caches.match(pathname)) ?? Response.error();
  return Response.redirect(pathname === "/morning" ? `${PAGES[0]}#morning` : PAGES[0], 303);
}

async function kept(request) {
  return (await caches.match(request)) ?? fetch(request);
}
